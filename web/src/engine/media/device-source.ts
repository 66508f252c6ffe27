// Asks the browser for a microphone or a camera, or for both with one question.
import type { Environment } from '../environment.ts';
import type { Acquire } from './device-capture.ts';
import type { DeviceKind } from './devices.ts';
import { MediaError, mediaProblem } from './media-problem.ts';

/** Towards the person, or away from them. */
export type Facing = 'user' | 'environment';

const trackKinds: Readonly<Record<DeviceKind, 'audio' | 'video'>> = {
  microphone: 'audio',
  camera: 'video',
};

/** Without what the person chooses, which is added to them. */
const baseConstraints: Readonly<Record<DeviceKind, MediaTrackConstraints>> = {
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  camera: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
};

/** What encoders spare when there is too little room (W3C MediaStreamTrack Content Hints). */
const contentHints: Readonly<Record<DeviceKind, string>> = {
  microphone: 'speech',
  camera: 'motion',
};

/** The devices of one kind. */
export class DeviceSource {
  readonly kind: DeviceKind;
  /** The device the person has chosen; undefined is the system's default. */
  chosenId: string | undefined;
  /** Which of a phone's cameras the person has turned to, whatever they chose before. */
  facing: Facing | undefined;
  /** What the person wants done to the sound or the picture; browsers pass over what they don't know. */
  settings: MediaTrackConstraints = {};
  /** What it need not give more than for the moment; browsers come near to it without asking the device again. */
  limits: MediaTrackConstraints = {};
  readonly #environment: Environment;

  constructor(environment: Environment, kind: DeviceKind, chosenId: string | undefined) {
    this.#environment = environment;
    this.kind = kind;
    this.chosenId = chosenId;
  }

  /** False also where the browser does not tell. */
  isAllowed(): Promise<boolean> {
    return this.#environment.isAllowed(this.kind);
  }

  acquireChosen(): Promise<MediaStreamTrack> {
    return this.acquire(this.facing ? undefined : this.chosenId);
  }

  /** Undefined is the system's default, which also comes when there is no device of this id. */
  async acquire(id: string | undefined): Promise<MediaStreamTrack> {
    try {
      return this.trackOf(await getUserMedia(this.#environment, this.constraints(id)));
    } catch (error) {
      if (id === undefined || mediaProblem(error) !== 'no-device') throw error;
      return await this.acquire(undefined);
    }
  }

  constraints(id: string | undefined): MediaStreamConstraints {
    return { [trackKinds[this.kind]]: this.trackConstraints(id) };
  }

  /** `exact`: Chromium gives its own favourite where the id is only ideal (crbug.com/438606278). */
  trackConstraints(id: string | undefined): MediaTrackConstraints {
    return {
      ...baseConstraints[this.kind],
      ...this.settings,
      ...(this.facing && { facingMode: this.facing }),
      ...(id !== undefined && { deviceId: { exact: id } }),
    };
  }

  /** Of a track that is running; a new one gives all it can, so that this is known of it. */
  limitedConstraints(id: string | undefined): MediaTrackConstraints {
    return { ...this.trackConstraints(id), ...this.limits };
  }

  trackOf(stream: MediaStream): MediaStreamTrack {
    const kind = trackKinds[this.kind];
    const track = stream.getTracks().find((candidate) => candidate.kind === kind);
    if (!track) throw new Error(`getUserMedia was asked for ${kind} and gave a stream without it`);
    track.contentHint = contentHints[this.kind];
    return track;
  }
}

/** One question for both. One missing device fails it for both: then each is tried alone. */
export function acquireBoth(
  environment: Environment,
  sources: Readonly<Record<DeviceKind, DeviceSource>>,
): Readonly<Record<DeviceKind, Acquire>> {
  const { microphone, camera } = sources;
  const both = getUserMedia(environment, {
    ...microphone.constraints(microphone.chosenId),
    ...camera.constraints(camera.chosenId),
  });
  const partOf = (source: DeviceSource) => (signal: AbortSignal) =>
    both.then(
      (stream) => source.trackOf(stream),
      (error: unknown) => acquireAlone(source, error, signal),
    );
  return { microphone: partOf(microphone), camera: partOf(camera) };
}

async function acquireAlone(
  source: DeviceSource,
  error: unknown,
  signal: AbortSignal,
): Promise<MediaStreamTrack> {
  // A no is a no, and not asked again, unless it was meant for the other device.
  if (mediaProblem(error) === 'denied' && !(await source.isAllowed())) throw error;
  if (signal.aborted) throw error;
  return await source.acquireChosen();
}

async function getUserMedia(
  { mediaDevices }: Environment,
  constraints: MediaStreamConstraints,
): Promise<MediaStream> {
  // Browsers hide `mediaDevices` on an insecure page instead of refusing it.
  if (!mediaDevices) throw new MediaError('insecure-page');
  return await mediaDevices.getUserMedia(constraints);
}
