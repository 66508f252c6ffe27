// One visit to one room: the call, this person's media, and the thread between them.
import { computed, createModel, effect, signal } from '@preact/signals';
import { type RoomCode } from '../../../protocol/ids.ts';
import { maxNameLength } from '../../../protocol/limits.ts';
import { Call } from '../engine/call.ts';
import { LocalMedia } from '../engine/media/local-media.ts';
import { slotNames } from '../engine/slots.ts';
import { ChatModel } from './chat-model.ts';
import { MediaModel, type MediaServices } from './media-model.ts';
import { participantOf } from './participant.ts';

export interface RoomServices extends MediaServices {
  socketUrl(code: RoomCode): string;
}

export const RoomModel = createModel((code: RoomCode, services: RoomServices) => {
  const { environment, preferences } = services;
  const remembered = preferences.load();
  const name = signal(remembered.name);
  const call = new Call({
    environment,
    url: services.socketUrl(code),
    profile: { name: name.value },
  });
  const localMedia = new LocalMedia(environment, {
    microphone: remembered.microphoneId,
    camera: remembered.cameraId,
  });
  const media = new MediaModel(localMedia, services);
  const state = signal(call.state);
  const chat = new ChatModel({ state, say: (text) => call.say(text) });

  localMedia.on('changed', () => {
    for (const slot of slotNames) call.publish(slot, localMedia.outgoing[slot]);
  });
  call.on('changed', (next) => {
    const isNewPhase = next.phase !== state.peek().phase;
    state.value = next;
    if (isNewPhase && next.phase === 'inside') preferences.keepSeat(code);
    if (next.phase !== 'ended') return;
    preferences.keepSeat(undefined);
    localMedia.close();
  });
  effect(() => () => {
    call.leave();
    localMedia.close();
  });

  call.open();
  void media.start();
  if (preferences.seat() === code) call.join();

  return {
    code: computed(() => code),
    name: computed(() => name.value),
    media,
    chat,
    /** Where this visit stands: connecting, lobby, joining, inside or ended. */
    state: computed(() => state.value),
    participants: computed(() =>
      state.value.phase === 'inside' ? state.value.peers.map(participantOf) : [],
    ),

    join: () => call.join(),
    leave: () => call.leave(),
    setName: (next: string) => {
      name.value = next.slice(0, maxNameLength);
      preferences.save({ name: name.peek() });
      call.setProfile({ name: name.peek().trim() });
    },
  };
});
export type RoomModel = InstanceType<typeof RoomModel>;
