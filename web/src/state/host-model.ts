// What hosts decide, as everyone sees it, and what this person may decide if they are one.
import { type ReadonlySignal, computed, createModel, effect, signal } from '@preact/signals';
import type { PeerId } from '../../../protocol/ids.ts';
import type { HostMessage } from '../../../protocol/relay.ts';
import type { Entry, Role } from '../../../protocol/room.ts';
import type { CallState } from '../engine/call-state.ts';
import { unseenRoom } from '../engine/room-view.ts';
import type { RoomMessage } from '../engine/signaling/signaling.ts';

export interface HostServices {
  readonly state: ReadonlySignal<CallState>;
  readonly isMuted: ReadonlySignal<boolean>;
  readonly govern: (message: HostMessage) => void;
}

export const HostModel = createModel(({ state, isMuted, govern }: HostServices) => {
  const isMuteAsked = signal(false);
  const newRole = signal<Role | undefined>(undefined);
  const room = computed(() => ('room' in state.value ? state.value.room : unseenRoom));

  // However it came about, it is what was asked for.
  effect(() => {
    if (isMuted.value) isMuteAsked.value = false;
  });

  return {
    isHost: computed(() => room.value.role === 'host'),
    policy: computed(() => room.value.policy),
    /** Everyone who has a seat, with their role. */
    seats: computed(() => room.value.seats),
    /** Who waits to be admitted. */
    knocking: computed(() => (state.value.phase === 'inside' ? state.value.knocking : [])),
    /** Whether there is no seat for one more. */
    isFull: computed(() => room.value.seats.length + 1 >= room.value.capacity),
    /** What this person was made in the middle of the call, until they have taken note of it. */
    newRole: computed(() => newRole.value),
    /** A host would like this person to be silent, and they have not answered yet. */
    isMuteAsked: computed(() => isMuteAsked.value),

    setEntry: (entry: Entry) => govern({ type: 'set-entry', entry }),
    setRelayOnly: (isRelayOnly: boolean) => govern({ type: 'set-relay-only', isRelayOnly }),
    admit: (id: PeerId) => govern({ type: 'admit', id }),
    deny: (id: PeerId) => govern({ type: 'deny', id }),
    askToMute: (id: PeerId) => govern({ type: 'ask-to-mute', id }),
    remove: (id: PeerId, { closes }: { closes: boolean }) => govern({ type: 'remove', id, closes }),
    handOver: (id: PeerId) => govern({ type: 'hand-over', id }),
    end: () => govern({ type: 'end' }),

    /** Takes what the room has said to this person. */
    hear: (message: RoomMessage) => {
      if (message.type === 'role') newRole.value = message.role;
      if (message.type === 'mute-asked') isMuteAsked.value = !isMuted.peek();
    },
    roleNoted: () => {
      newRole.value = undefined;
    },
    muteAnswered: () => {
      isMuteAsked.value = false;
    },
  };
});
export interface HostModel extends InstanceType<typeof HostModel> {}
