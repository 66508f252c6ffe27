// One visit to one room: the call, this person's media, and the thread between them.
import { computed, createModel, effect, signal } from '@preact/signals';
import type { RoomCode } from '../../../protocol/ids.ts';
import { Call } from '../engine/call.ts';
import { LocalMedia } from '../engine/media/local-media.ts';
import { slotNames } from '../engine/slots.ts';
import { ChatModel } from './chat-model.ts';
import { HostModel } from './host-model.ts';
import { MediaModel, type MediaServices } from './media-model.ts';
import { PeopleModel } from './people-model.ts';
import type { RoomLink } from './room-link.ts';
import type { RoomMemory } from './room-memory.ts';
import { SafetyModel } from './safety-model.ts';
import { SelfModel } from './self-model.ts';

export interface RoomServices extends MediaServices {
  readonly memory: RoomMemory;
  socketUrl(code: RoomCode): string;
}

export const RoomModel = createModel((link: RoomLink, services: RoomServices) => {
  const { environment, preferences, memory } = services;
  const { code, key } = link;
  const call = makeCall(link, services);
  const self = new SelfModel(call, preferences);
  const localMedia = makeLocalMedia(services);
  // Typed by name: spelled out, so deep a type is declared to ui/ as `any`.
  const media: MediaModel = new MediaModel(localMedia, services);
  const state = signal(call.state);
  const chat: ChatModel = new ChatModel({ state, say: (text) => call.chat.say(text) });
  const people: PeopleModel = new PeopleModel({ state, chat });
  const host: HostModel = new HostModel({
    state,
    isMuted: media.isMuted,
    govern: (message) => call.govern(message),
  });
  const safety: SafetyModel = new SafetyModel({ state, crypto: environment.crypto });

  localMedia.on('changed', () => {
    for (const slot of slotNames) call.self.publish(slot, localMedia.outgoing[slot]);
  });
  call.on('changed', (next) => {
    const isNewPhase = next.phase !== state.peek().phase;
    state.value = next;
    if (isNewPhase && next.phase === 'inside') preferences.keepSeat(code);
    if (next.phase !== 'ended') return;
    preferences.keepSeat(undefined);
    localMedia.close();
  });
  call.on('heard', (message) => {
    host.hear(message);
    if (message.type === 'role' && message.token) memory.keepHost(code, message.token);
  });
  effect(() => () => {
    call.leave();
    localMedia.close();
  });

  void call.open();
  void media.start();
  if (preferences.seat() === code) call.join();

  return {
    link: computed(() => link),
    /** Whether the server can't read what peers say to each other. */
    isSealed: computed(() => key !== undefined),
    name: self.name,
    hidesAddress: self.hidesAddress,
    media,
    chat,
    people,
    host,
    safety,
    /** Where this visit stands: connecting, lobby, joining, waiting, inside or ended. */
    state: computed(() => state.value),
    participants: people.participants,

    join: () => call.join(),
    leave: () => call.leave(),
    setName: self.setName,
    hideAddress: self.hideAddress,
  };
});
export interface RoomModel extends InstanceType<typeof RoomModel> {}

function makeCall({ code, key }: RoomLink, services: RoomServices): Call {
  const { environment, preferences, memory } = services;
  const { name } = preferences.load();
  const { browser, host } = memory.recall(code);
  const invitation = { code, key, host, browser };
  const url = services.socketUrl(code);
  return new Call({ environment, url, invitation, profile: { name } });
}

function makeLocalMedia({ environment, preferences }: RoomServices): LocalMedia {
  const { microphoneId, cameraId } = preferences.load();
  return new LocalMedia(environment, { microphone: microphoneId, camera: cameraId });
}
