// Everything the engine needs from the browser, in one injectable record, so that Node can run the engine.
// The only file of the engine that names browser globals.

export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  /** Calls `task` once, after `delayMs`; the returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

export interface Environment {
  readonly clock: Clock;
  /** Uniform in [0, 1); for jitter, never for secrets. */
  random(): number;
  fetch(url: string, init: RequestInit): Promise<Response>;
  openSocket(url: string, protocols: string[]): WebSocket;
  createPeerConnection(configuration: RTCConfiguration): RTCPeerConnection;
  createAudioContext(): AudioContext;
  createMediaStream(tracks: MediaStreamTrack[]): MediaStream;
  /** Undefined where the browser hides it: on a page that is neither https nor localhost. */
  readonly mediaDevices: MediaDevices | undefined;
  /** Whether the person has allowed this page the device before; false where the browser does not tell. */
  isAllowed(device: 'microphone' | 'camera'): Promise<boolean>;
  /** Calls `listener` when the page or the network comes back; the returned function stops that. */
  onWake(listener: () => void): () => void;
}

/** The real thing. */
export function browserEnvironment(): Environment {
  return {
    clock: {
      now: () => performance.now(),
      after(delayMs, task) {
        const timer = setTimeout(task, delayMs);
        return () => clearTimeout(timer);
      },
    },
    random: () => Math.random(),
    fetch: (url, init) => fetch(url, init),
    openSocket: (url, protocols) => new WebSocket(url, protocols),
    createPeerConnection: (configuration) => new RTCPeerConnection(configuration),
    createAudioContext: () => new AudioContext(),
    createMediaStream: (tracks) => new MediaStream(tracks),
    mediaDevices: navigator.mediaDevices,
    isAllowed,
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

function onWake(listener: () => void): () => void {
  const whenVisible = () => {
    if (document.visibilityState === 'visible') listener();
  };
  // `pageshow` also comes with every first load, which is no waking up.
  const whenRestored = ({ persisted }: PageTransitionEvent) => {
    if (persisted) listener();
  };
  window.addEventListener('online', listener);
  window.addEventListener('pageshow', whenRestored);
  document.addEventListener('visibilitychange', whenVisible);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('pageshow', whenRestored);
    document.removeEventListener('visibilitychange', whenVisible);
  };
}
