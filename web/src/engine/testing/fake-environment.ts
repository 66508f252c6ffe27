// An environment in which nothing happens unless the test makes it happen, and everything made is kept.
import type { Environment, Wake } from '../environment.ts';
import { FakeClock } from './fake-clock.ts';
import { type FakeFileStore, fakeFileStore } from './fake-file-store.ts';
import { FakeLink } from './fake-link.ts';
import type { FakeMediaDevices } from './fake-media.ts';
import { FakeSocket } from './fake-socket.ts';

export interface FakeEnvironment extends Environment {
  readonly clock: FakeClock;
  readonly sockets: FakeSocket[];
  readonly connections: FakeLink[];
  readonly files: FakeFileStore;
  /** The environments to which no packet gets through from here. */
  readonly cutFrom: Set<object>;
  /** Listeners for a wake-up that have not been taken off. */
  readonly wakeListeners: ReadonlySet<(wake: Wake) => void>;
  /** AudioContexts made and not closed. */
  readonly openAudioContexts: number;
  /** How long the machine has slept: its clock stood still, the time of day went on. */
  sleptMs: number;
  /** The page or the network comes back. */
  wake(wake?: Wake): void;
}

let names = 0;

export function fakeEnvironment(mediaDevices?: FakeMediaDevices): FakeEnvironment {
  const clock = new FakeClock();
  const sockets: FakeSocket[] = [];
  const connections: FakeLink[] = [];
  const files = fakeFileStore();
  let openAudioContexts = 0;
  const wakeListeners = new Set<(wake: Wake) => void>();
  const cutFrom = new Set<object>();
  return {
    clock,
    sockets,
    connections,
    files,
    cutFrom,
    wakeListeners,
    random: () => 0.5,
    sleptMs: 0,
    timeOfDayMs() {
      return clock.now() + this.sleptMs;
    },
    uniqueName() {
      names += 1;
      return `name${names}`;
    },
    fetch: () => Promise.reject(new TypeError('there is no network in this test')),
    openSocket(url, protocols) {
      const socket = new FakeSocket(url, protocols);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    createPeerConnection(configuration) {
      const name = `c${connections.length}`;
      const connection = new FakeLink(name, queueMicrotask, configuration);
      connection.owner = this;
      connection.canReach = (owner) => owner === undefined || !cutFrom.has(owner);
      connections.push(connection);
      return connection as unknown as RTCPeerConnection;
    },
    createCertificate: () => Promise.resolve(fakeCertificate()),
    crypto,
    createAudioContext() {
      openAudioContexts += 1;
      return silentAudioContext(() => (openAudioContexts -= 1)) as unknown as AudioContext;
    },
    get openAudioContexts() {
      return openAudioContexts;
    },
    createMediaStream: () => ({}) as MediaStream,
    mediaDevices: mediaDevices as unknown as MediaDevices | undefined,
    mediaCapabilities: undefined,
    processors: 4,
    isAllowed: (device) => Promise.resolve(mediaDevices?.allowed.has(device) ?? false),
    openFileStore: () => Promise.resolve(files),
    onWake(listener) {
      wakeListeners.add(listener);
      return () => void wakeListeners.delete(listener);
    },
    wake(wake = 'page') {
      for (const listener of wakeListeners) listener(wake);
    },
  };
}

/** A certificate of which nothing is known but its fingerprint. */
function fakeCertificate(): RTCCertificate {
  names += 1;
  const hex = names.toString(16).toUpperCase().padStart(64, '0');
  const value = hex.replaceAll(/..(?!$)/g, '$&:');
  return { expires: 0, getFingerprints: () => [{ algorithm: 'sha-256', value }] };
}

/** Enough of Web Audio to measure a level, which is always that of silence. */
function silentAudioContext(onClose: () => void) {
  const source = { connect: () => undefined };
  const analyser = { fftSize: 32, getFloatTimeDomainData: () => undefined };
  return {
    state: 'running',
    createAnalyser: () => analyser,
    createMediaStreamSource: () => source,
    close() {
      onClose();
      return Promise.resolve();
    },
  };
}
