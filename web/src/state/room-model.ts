// One visit to one room: the call, this person's media, and the thread between them.
import { type ReadonlySignal, computed, createModel, effect, signal } from '@preact/signals';
import type { RoomCode } from '../../../protocol/ids.ts';
import type { HostMessage, IceServer } from '../../../protocol/relay.ts';
import type { CallState } from '../engine/call-state.ts';
import { Call } from '../engine/call.ts';
import { LocalMedia } from '../engine/media/local-media.ts';
import { slotNames } from '../engine/slots.ts';
import { ChatModel } from './chat-model.ts';
import { FilesModel } from './files-model.ts';
import { GesturesModel } from './gestures-model.ts';
import { HostModel } from './host-model.ts';
import { MediaModel, type MediaServices } from './media-model.ts';
import { PeopleModel } from './people-model.ts';
import type { RecentRooms } from './recent-rooms.ts';
import type { RoomLink } from './room-link.ts';
import type { RoomMemory } from './room-memory.ts';
import { SafetyModel } from './safety-model.ts';
import { SelfModel } from './self-model.ts';
import type { ViewServices } from './view-services.ts';
import { VisitModel } from './visit-model.ts';

export interface RoomServices extends MediaServices {
  readonly memory: RoomMemory;
  readonly recent: RecentRooms;
  socketUrl(code: RoomCode): string;
}

export const RoomModel = createModel((link: RoomLink, services: RoomServices) => {
  const { preferences, memory, recent } = services;
  const { code, key } = link;
  const call = makeCall(link, services);
  const localMedia = makeLocalMedia(services);
  const state = signal(call.state);
  const iceServers = signal<readonly IceServer[] | undefined>(undefined);
  const parts = makeParts(call, localMedia, { state, services });
  const { self, media, host } = parts;
  const timeOfDayMs = () => services.environment.timeOfDayMs();
  const visit = new VisitModel({ link, state, recent, timeOfDayMs });

  localMedia.on('changed', ({ outgoing }) => {
    for (const slot of slotNames) call.self.publish(slot, outgoing[slot]);
  });
  captureEnough(call, localMedia);
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
    if ('ice' in message) iceServers.value = message.ice.servers;
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
    /** What the others know this person by; undefined until the room is reached. */
    ownId: computed(() => ('room' in state.value ? state.value.room.self : undefined)),
    name: self.name,
    hidesAddress: self.hidesAddress,
    media,
    /** The dialog about devices, sound and picture. */
    settings: media.settings,
    chat: parts.chat,
    files: parts.files,
    people: parts.people,
    gestures: parts.gestures,
    host,
    safety: parts.safety,
    /** Where this visit stands: connecting, lobby, joining, waiting, inside or ended. */
    state: computed(() => state.value),
    participants: parts.people.participants,
    /** For how long, and with how many; undefined unless this person was inside. */
    howItWent: visit.howItWent,

    viewServices: () => viewServicesOf(call, services),
    /** For a check of the ways there are to a relay; the servers are undefined until the room has named them. */
    checkServices: () => ({ environment: services.environment, iceServers }),

    join: () => call.join(),
    leave: () => call.leave(),
    setName: self.setName,
    hideAddress: self.hideAddress,
  };
});
export interface RoomModel extends InstanceType<typeof RoomModel> {}

/** What there is to a visit, typed by name: spelled out, so deep a type is declared to ui/ as `any`. */
interface RoomParts {
  readonly self: SelfModel;
  readonly media: MediaModel;
  readonly files: FilesModel;
  readonly chat: ChatModel;
  readonly people: PeopleModel;
  readonly gestures: GesturesModel;
  readonly host: HostModel;
  readonly safety: SafetyModel;
}

interface PartServices {
  readonly state: ReadonlySignal<CallState>;
  readonly services: RoomServices;
}

function makeParts(
  call: Call,
  localMedia: LocalMedia,
  { state, services }: PartServices,
): RoomParts {
  const { environment, preferences } = services;
  const { clock, crypto } = environment;
  const { reactions, self } = call;
  const media = new MediaModel(localMedia, services);
  const files = new FilesModel(call.files);
  const say = (text: string) => call.chat.say(text);
  const chat = new ChatModel({ state, offers: files.offers, say });
  const govern = (message: HostMessage) => call.govern(message);
  return {
    self: new SelfModel(call, preferences),
    media,
    files,
    chat,
    people: new PeopleModel({ state, chat }),
    gestures: new GesturesModel({ clock, reactions, self }),
    host: new HostModel({ state, isMuted: media.isMuted, govern }),
    safety: new SafetyModel({ state, crypto }),
  };
}

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

/** The camera gives what somebody sees, and no more. */
function captureEnough({ quality }: Call, localMedia: LocalMedia): void {
  quality.on('enough', (limits) => {
    void localMedia.limitCamera(limits).then(() => quality.adapt());
  });
}

function viewServicesOf(call: Call, { environment, preferences }: RoomServices): ViewServices {
  return {
    clock: environment.clock,
    preferences,
    voiceLevels: () => call.voiceLevels,
    quality: call.quality,
    createAudioContext: () => environment.createAudioContext(),
  };
}
