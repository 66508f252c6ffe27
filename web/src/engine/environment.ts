// Everything the engine needs from the browser, in one injectable record, so that Node can run the engine.
// The only file of the engine that names browser globals, with those that keep files and the Worker it starts.
// oxlint-disable-next-line import/default -- Vite makes it, from a file that exports none.
import timerWorkerUrl from './timer-worker.ts?worker&url';
import type { FileStore } from './files/file-store.ts';
import { workerTimers } from './worker-timers.ts';

declare global {
  interface Navigator {
    /** Network Information API, section 3; Chromium only, and `type` only where it knows. */
    readonly connection?: EventTarget & { readonly type?: string };
  }
  interface Window {
    /** Trusted Types, section 2.3; not in every browser, nor in TypeScript, whose Worker takes its URL for a string. */
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(): string },
      ): { createScriptURL(url: string): string };
    };
  }
}

export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  /** Calls `task` once, after `delayMs`; the returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

/** What came back: the page (shown again, restored, awake) or the network, perhaps another one. */
export type Wake = 'page' | 'network';

export interface Environment {
  readonly clock: Clock;
  /** Milliseconds since the epoch, as the machine has it: for showing, and for noticing that it slept. */
  timeOfDayMs(): number;
  /** Uniform in [0, 1); for jitter, never for secrets. */
  random(): number;
  /** A string that nobody draws twice; to tell things apart, never for secrets. */
  uniqueName(): string;
  fetch(url: string, init: RequestInit): Promise<Response>;
  openSocket(url: string, protocols: string[]): WebSocket;
  createPeerConnection(configuration: RTCConfiguration): RTCPeerConnection;
  /** A certificate that this page is known by at the other end of its connections. */
  createCertificate(): Promise<RTCCertificate>;
  /** W3C Web Cryptography; its `subtle` is there on secure pages only. */
  readonly crypto: Crypto;
  createAudioContext(options?: AudioContextOptions): AudioContext;
  createMediaStream(tracks: MediaStreamTrack[]): MediaStream;
  /** Undefined where the browser hides it: on a page that is neither https nor localhost. */
  readonly mediaDevices: MediaDevices | undefined;
  /** Undefined in a browser that does not tell what it does in hardware. */
  readonly mediaCapabilities: MediaCapabilities | undefined;
  /** How many the machine has, or lets pages know of. */
  readonly processors: number;
  /** Whether the person has allowed this page the device before; false where the browser does not tell. */
  isAllowed(device: 'microphone' | 'camera'): Promise<boolean>;
  /** Loads what keeps received files, and cleans up behind earlier calls. */
  openFileStore(): Promise<FileStore>;
  /** Calls `listener` when the page or the network comes back; the returned function stops that. */
  onWake(listener: (wake: Wake) => void): () => void;
}

/** What browsers make their own certificates with (RFC 8827, section 6.5). */
const certificateAlgorithm: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' };

/** The real thing. */
export function browserEnvironment(): Environment {
  return {
    clock: browserClock(),
    timeOfDayMs: () => Date.now(),
    random: () => Math.random(),
    uniqueName: () => Math.random().toString(36).slice(2),
    fetch: (url, init) => fetch(url, init),
    openSocket: (url, protocols) => new WebSocket(url, protocols),
    createPeerConnection: (configuration) => new RTCPeerConnection(configuration),
    createCertificate: () => RTCPeerConnection.generateCertificate(certificateAlgorithm),
    crypto,
    createAudioContext: (options) => new AudioContext(options),
    createMediaStream: (tracks) => new MediaStream(tracks),
    mediaDevices: navigator.mediaDevices,
    mediaCapabilities: navigator.mediaCapabilities,
    processors: navigator.hardwareConcurrency,
    isAllowed,
    openFileStore: async () => (await import('./browser-files.ts')).browserFileStore(),
    onWake,
  };
}

async function isAllowed(name: 'microphone' | 'camera'): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name })).state === 'granted';
  } catch {
    return false; // A browser that knows no such permission (Firefox before 131).
  }
}

function browserClock(): Clock {
  // The page may start scripts through this policy only, and this policy gives one, whatever it is asked for.
  const policy = window.trustedTypes?.createPolicy('earshot-worker', {
    createScriptURL: () => timerWorkerUrl,
  });
  const url = policy?.createScriptURL(timerWorkerUrl) ?? timerWorkerUrl;
  const worker = new Worker(url, { type: 'module' });
  const after = workerTimers(worker, (delayMs, task) => setTimeout(task, delayMs));
  return { now: () => performance.now(), after };
}

function onWake(listener: (wake: Wake) => void): () => void {
  const whenOnline = () => listener('network');
  const whenVisible = () => {
    if (document.visibilityState === 'visible') listener('page');
  };
  // `pageshow` also comes with every first load, which is no waking up.
  const whenRestored = ({ persisted }: PageTransitionEvent) => {
    if (persisted) listener('page');
  };
  window.addEventListener('online', whenOnline);
  window.addEventListener('pageshow', whenRestored);
  document.addEventListener('visibilitychange', whenVisible);
  const stopWatchingNetwork = onNetworkChange(whenOnline);
  return () => {
    window.removeEventListener('online', whenOnline);
    window.removeEventListener('pageshow', whenRestored);
    document.removeEventListener('visibilitychange', whenVisible);
    stopWatchingNetwork();
  };
}

/** From Wi-Fi to mobile, say, where the browser tells (Network Information API): what is up may be on the one that went. */
function onNetworkChange(listener: () => void): () => void {
  const { connection } = navigator;
  if (!connection) return () => undefined;
  let { type } = connection;
  // It also fires at every new estimate of the speed.
  const whenChanged = () => {
    const isAnother = connection.type !== type && connection.type !== 'none';
    ({ type } = connection);
    if (isAnother) listener();
  };
  connection.addEventListener('change', whenChanged);
  return () => connection.removeEventListener('change', whenChanged);
}
