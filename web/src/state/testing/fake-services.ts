// What AppModel needs from a browser, in memory: an address bar, a memory, and an environment of the engine's fakes.
import { parseRoomCode } from '../../../../protocol/ids.ts';
import { type FakeEnvironment, fakeEnvironment } from '../../engine/testing/fake-environment.ts';
import { FakeMediaDevices } from '../../engine/testing/fake-media.ts';
import type { AppServices } from '../app-model.ts';
import type { Preferences, PreferenceStore } from '../preferences.ts';
import { RecentRooms } from '../recent-rooms.ts';
import { roomMemory } from '../room-memory.ts';
import type { TextStore } from '../text-store.ts';

/** Of whoever makes a room. */
export const fakeHostToken = `0.${'h'.repeat(43)}`;

export interface FakeServices extends AppServices {
  readonly environment: FakeEnvironment;
  readonly devices: FakeMediaDevices;
  /** What POST /api/rooms answers from now on; undefined when the server can't be reached. */
  nextCode: string | undefined;
  /** What it asks for, if not everyone may make rooms. */
  neededPass: string | undefined;
  /** What it was told, in order. */
  readonly locks: string[];
  /** How often it was asked. */
  roomsAsked: number;
  /** The person presses the browser's back button, to arrive at `path`. */
  moveTo(path: string): void;
}

export function fakeServices(
  firstAddress: string,
  remembered: Partial<Preferences> = {},
): FakeServices {
  const devices = new FakeMediaDevices();
  const base = fakeEnvironment(devices);
  let address = firstAddress;
  let moved = () => {};
  const services: FakeServices = {
    environment: Object.assign(base, {
      fetch(_url: string, { body, headers }: RequestInit) {
        services.roomsAsked += 1;
        const { nextCode, neededPass, locks } = services;
        if (nextCode === undefined) return Promise.reject(new TypeError('unreachable'));
        const pass = new Headers(headers).get('Authorization');
        if (neededPass !== undefined && pass !== `Bearer ${neededPass}`)
          return Promise.resolve(Response.json({ error: 'create-token' }, { status: 401 }));
        locks.push((JSON.parse(body as string) as { lock: string }).lock);
        const created = { code: nextCode, host: fakeHostToken };
        return Promise.resolve(Response.json(created, { status: 201 }));
      },
    }),
    devices,
    nextCode: '7k3m9qpx02ab',
    neededPass: undefined,
    locks: [],
    roomsAsked: 0,
    origin: 'https://earshot.test',
    socketUrl: (code) => `wss://earshot.test/api/rooms/${code}/socket`,
    navigation: {
      address: () => address,
      go: (next) => {
        address = next;
      },
      replace: (next) => {
        address = next;
      },
      onMove(listener) {
        moved = listener;
        return () => {
          moved = () => {};
        };
      },
    },
    preferences: fakePreferences(remembered),
    memory: roomMemory(fakeStore(), crypto),
    recent: new RecentRooms(fakeStore()),
    moveTo(next) {
      address = next;
      moved();
    },
  };
  return services;
}

/** A text store in memory. */
export function fakeStore(): TextStore {
  const texts = new Map<string, string>();
  return { read: (key) => texts.get(key), write: (key, text) => void texts.set(key, text) };
}

function fakePreferences(remembered: Partial<Preferences>): PreferenceStore {
  let kept: Preferences = {
    name: '',
    isMicrophoneWanted: true,
    isCameraWanted: true,
    microphoneId: undefined,
    cameraId: undefined,
    speakerId: undefined,
    noiseSuppression: true,
    echoCancellation: true,
    autoGainControl: true,
    isMirrored: true,
    isBlurred: false,
    screenHint: 'detail',
    layout: 'grid',
    selfCorner: 'bottom-right',
    hidesSelf: false,
    playsSounds: true,
    usesShortcuts: true,
    dataUse: 'full',
    hidesAddress: false,
    language: undefined,
    pass: undefined,
    ...remembered,
  };
  let seat = parseRoomCode('');
  return {
    load: () => kept,
    save: (change) => {
      kept = { ...kept, ...change };
    },
    seat: () => seat,
    keepSeat: (code) => {
      seat = code;
    },
  };
}
