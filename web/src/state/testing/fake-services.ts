// What AppModel needs from a browser, in memory: an address bar, a memory, and an environment of the engine's fakes.
import { parseRoomCode } from '../../../../protocol/ids.ts';
import { type FakeEnvironment, fakeEnvironment } from '../../engine/testing/fake-environment.ts';
import { FakeMediaDevices } from '../../engine/testing/fake-media.ts';
import type { AppServices } from '../app-model.ts';
import type { Preferences, PreferenceStore } from '../preferences.ts';

export interface FakeServices extends AppServices {
  readonly environment: FakeEnvironment;
  readonly devices: FakeMediaDevices;
  /** What POST /api/rooms answers from now on; undefined when the server can't be reached. */
  nextCode: string | undefined;
  /** How often it was asked. */
  roomsAsked: number;
  /** The person presses the browser's back button, to arrive at `path`. */
  moveTo(path: string): void;
}

export function fakeServices(path: string, remembered: Partial<Preferences> = {}): FakeServices {
  const devices = new FakeMediaDevices();
  const base = fakeEnvironment(devices);
  let address = path;
  let moved = () => {};
  const services: FakeServices = {
    environment: Object.assign(base, {
      fetch() {
        services.roomsAsked += 1;
        if (services.nextCode === undefined) return Promise.reject(new TypeError('unreachable'));
        return Promise.resolve(Response.json({ code: services.nextCode }, { status: 201 }));
      },
    }),
    devices,
    nextCode: '7k3m9qpx02ab',
    roomsAsked: 0,
    origin: 'https://earshot.test',
    socketUrl: (code) => `wss://earshot.test/api/rooms/${code}/socket`,
    navigation: {
      path: () => address,
      go: (next) => {
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
    moveTo(next) {
      address = next;
      moved();
    },
  };
  return services;
}

function fakePreferences(remembered: Partial<Preferences>): PreferenceStore {
  let kept: Preferences = {
    name: '',
    isMicrophoneWanted: true,
    isCameraWanted: true,
    microphoneId: undefined,
    cameraId: undefined,
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
