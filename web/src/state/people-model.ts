// Everyone in the call as the screen shows them, and whether they are listed beside it.
import { type ReadonlySignal, computed, createModel, effect, signal } from '@preact/signals';
import type { CallState } from '../engine/call-state.ts';
import type { ChatModel } from './chat-model.ts';
import { type Participant, participantOf } from './participant.ts';

export interface PeopleServices {
  readonly state: ReadonlySignal<CallState>;
  /** It takes the same place beside the call. */
  readonly chat: ChatModel;
}

export const PeopleModel = createModel(({ state, chat }: PeopleServices) => {
  const isOpen = signal(false);

  effect(() => {
    if (chat.isOpen.value) isOpen.value = false;
  });

  return {
    participants: computed(() => participantsIn(state.value)),
    isOpen: computed(() => isOpen.value),

    toggle: () => {
      if (chat.isOpen.peek()) chat.toggle();
      isOpen.value = !isOpen.peek();
    },
  };
});
export interface PeopleModel extends InstanceType<typeof PeopleModel> {}

function participantsIn(state: CallState): Participant[] {
  if (state.phase !== 'inside') return [];
  const seats = new Map(state.room.seats.map((seat) => [seat.id, seat]));
  return state.peers.map((peer) => participantOf(peer, seats.get(peer.id)));
}
