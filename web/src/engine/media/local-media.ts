// What this person could send: a microphone, a camera and a screen. It owns the tracks and stops them.
// Whether the person wants to be heard is one fact; whether the browser gave a microphone is another.
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import type { SlotTracks } from '../slots.ts';
import { type CaptureState, DeviceCapture } from './device-capture.ts';
import { InsecurePageError, mediaProblem } from './media-problem.ts';
import { ScreenCapture, type ScreenState } from './screen-capture.ts';

export interface LocalMediaState {
  readonly microphone: CaptureState;
  /** A muted microphone stays open, so that unmuting is instant; nothing of it is sent. */
  readonly isMuted: boolean;
  readonly camera: CaptureState;
  readonly screen: ScreenState;
}

/** Which devices to use, by id; undefined is the system's default. */
export interface DeviceChoice {
  readonly microphone: string | undefined;
  readonly camera: string | undefined;
}

/** Everything it starts it stops again, at the latest when it is closed. */
export class LocalMedia extends Emitter<{ changed: LocalMediaState }> {
  readonly #environment: Environment;
  readonly #microphone = new DeviceCapture();
  readonly #camera = new DeviceCapture();
  readonly #screen: ScreenCapture;
  #choice: DeviceChoice;
  #isMuted = false;

  constructor(environment: Environment, choice: DeviceChoice) {
    super();
    this.#environment = environment;
    this.#choice = choice;
    this.#screen = new ScreenCapture(environment.mediaDevices);
    this.#microphone.on('changed', () => this.#changed());
    this.#camera.on('changed', () => this.#changed());
    this.#screen.on('changed', () => this.#changed());
  }

  get state(): LocalMediaState {
    return {
      microphone: this.#microphone.state,
      isMuted: this.#isMuted,
      camera: this.#camera.state,
      screen: this.#screen.state,
    };
  }

  /** What should be sent now, slot by slot. */
  get outgoing(): SlotTracks {
    const screen = this.#screen.state;
    return {
      microphone: this.#isMuted ? null : this.#microphone.track,
      camera: this.#camera.track,
      screen: screen.at === 'on' ? screen.video : null,
      screenAudio: screen.at === 'on' ? screen.audio : null,
    };
  }

  /** Phones have no getDisplayMedia. */
  get canShareScreen(): boolean {
    const { mediaDevices } = this.#environment;
    return mediaDevices !== undefined && 'getDisplayMedia' in mediaDevices;
  }

  /** Starts what is wanted; both with one question to the person, not two. */
  async start(wanted: { microphone: boolean; camera: boolean }): Promise<void> {
    this.#isMuted = !wanted.microphone;
    this.#changed();
    if (wanted.microphone && wanted.camera) await this.#startBoth();
    else if (wanted.microphone) await this.setMicrophone(true);
    else if (wanted.camera) await this.setCamera(true);
  }

  /** Unmutes, starting the microphone if there is none yet, or mutes. */
  async setMicrophone(wanted: boolean): Promise<void> {
    this.#isMuted = !wanted;
    this.#changed();
    const { at } = this.#microphone.state;
    if (wanted && (at === 'off' || at === 'failed')) {
      await this.#microphone.start(() => this.#acquireMicrophone());
    }
  }

  /** Starts the camera, or stops it: its light goes out. */
  async setCamera(wanted: boolean): Promise<void> {
    if (wanted) await this.#camera.start(() => this.#acquireCamera());
    else this.#camera.stop();
  }

  async setScreen(wanted: boolean): Promise<void> {
    if (wanted) await this.#screen.start();
    else this.#screen.stop();
  }

  /** Changes devices; one that is running is replaced without a gap. */
  async choose(choice: DeviceChoice): Promise<void> {
    const old = this.#choice;
    this.#choice = choice;
    if (choice.microphone !== old.microphone && this.#microphone.state.at !== 'off') {
      await this.#microphone.start(() => this.#acquireMicrophone());
    }
    if (choice.camera !== old.camera && this.#camera.state.at !== 'off') {
      await this.#camera.start(() => this.#acquireCamera());
    }
  }

  close(): void {
    this.#microphone.close();
    this.#camera.close();
    this.#screen.close();
    this.removeAllListeners();
  }

  async #startBoth(): Promise<void> {
    const both = this.#getUserMedia({
      audio: audioConstraints(this.#choice.microphone),
      video: videoConstraints(this.#choice.camera),
    });
    await Promise.all([
      this.#microphone.start(() => both.then(audioOf, (error) => this.#tryMicrophone(error))),
      this.#camera.start(() => both.then(videoOf, (error) => this.#tryCamera(error))),
    ]);
  }

  /** One missing device fails the question for both: then each is tried alone. */
  async #tryMicrophone(error: unknown): Promise<MediaStreamTrack> {
    if (await this.#isFinal(error, 'microphone')) throw error;
    return await this.#acquireMicrophone();
  }

  async #tryCamera(error: unknown): Promise<MediaStreamTrack> {
    if (await this.#isFinal(error, 'camera')) throw error;
    return await this.#acquireCamera();
  }

  /** A no is a no, and not asked again, unless it was meant for the other device. */
  async #isFinal(error: unknown, device: 'microphone' | 'camera'): Promise<boolean> {
    return mediaProblem(error) === 'denied' && !(await this.#environment.isAllowed(device));
  }

  async #acquireMicrophone(): Promise<MediaStreamTrack> {
    const audio = audioConstraints(this.#choice.microphone);
    return audioOf(await this.#getUserMedia({ audio }));
  }

  async #acquireCamera(): Promise<MediaStreamTrack> {
    const video = videoConstraints(this.#choice.camera);
    return videoOf(await this.#getUserMedia({ video }));
  }

  async #getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    const { mediaDevices } = this.#environment;
    if (!mediaDevices) throw new InsecurePageError();
    return await mediaDevices.getUserMedia(constraints);
  }

  #changed(): void {
    this.emit('changed', this.state);
  }
}

/** `ideal`: a device that is gone falls back to the default instead of failing. */
function audioConstraints(deviceId: string | undefined): MediaTrackConstraints {
  return {
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    ...(deviceId !== undefined && { deviceId: { ideal: deviceId } }),
  };
}

function videoConstraints(deviceId: string | undefined): MediaTrackConstraints {
  return {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30 },
    ...(deviceId !== undefined && { deviceId: { ideal: deviceId } }),
  };
}

function audioOf(stream: MediaStream): MediaStreamTrack {
  return trackOf(stream, 'audio');
}

function videoOf(stream: MediaStream): MediaStreamTrack {
  return trackOf(stream, 'video');
}

function trackOf(stream: MediaStream, kind: 'audio' | 'video'): MediaStreamTrack {
  const track = stream.getTracks().find((candidate) => candidate.kind === kind);
  if (!track) throw new Error(`getUserMedia was asked for ${kind} and gave a stream without it`);
  return track;
}
