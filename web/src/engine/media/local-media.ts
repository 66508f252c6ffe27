// What this person could send: a microphone, a camera and a screen. It owns the tracks and stops them.
// Whether the person wants to be heard is one fact; whether the browser gave a microphone is another.
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import type { SlotTracks } from '../slots.ts';
import type { CaptureState } from './device-capture.ts';
import { acquireBoth, DeviceSource, type Facing } from './device-source.ts';
import { type Device, type DeviceKind, Devices } from './devices.ts';
import { RecoveringCapture } from './recovering-capture.ts';
import { ScreenCapture, type ScreenHint, type ScreenState } from './screen-capture.ts';

export interface LocalMediaState {
  readonly microphone: CaptureState;
  /** A muted microphone stays open, so that unmuting is instant; nothing of it is sent. */
  readonly isMuted: boolean;
  readonly camera: CaptureState;
  readonly screen: ScreenState;
  /** What should be sent now, slot by slot. */
  readonly outgoing: SlotTracks;
  readonly standIns: readonly StandIn[];
  /** Which of a phone's cameras it is; undefined where neither the browser tells nor the person has turned it around. */
  readonly facing: Facing | undefined;
}

/** A device that is used because another went away. */
export interface StandIn {
  readonly kind: DeviceKind;
  readonly device: Device;
}

/** Which devices to use, by id; undefined is the system's default. */
export type DeviceChoice = Readonly<Record<DeviceKind, string | undefined>>;

/** Everything it starts it stops again, at the latest when it is closed. */
export class LocalMedia extends Emitter<{ changed: LocalMediaState }> {
  /** Those there are, whether in use or not. */
  readonly devices: Devices;
  readonly #environment: Environment;
  readonly #sources: Readonly<Record<DeviceKind, DeviceSource>>;
  readonly #microphone: RecoveringCapture;
  readonly #camera: RecoveringCapture;
  readonly #screen: ScreenCapture;
  #isMuted = false;

  constructor(environment: Environment, choice: DeviceChoice) {
    super();
    this.#environment = environment;
    this.devices = new Devices(environment.mediaDevices);
    this.#sources = {
      microphone: new DeviceSource(environment, 'microphone', choice.microphone),
      camera: new DeviceSource(environment, 'camera', choice.camera),
    };
    this.#microphone = this.#captureOf('microphone');
    this.#camera = this.#captureOf('camera');
    this.#screen = new ScreenCapture(environment.mediaDevices);
    this.#screen.on('changed', () => this.#changed());
  }

  get state(): LocalMediaState {
    return {
      microphone: this.#microphone.state,
      isMuted: this.#isMuted,
      camera: this.#camera.state,
      screen: this.#screen.state,
      outgoing: this.outgoing,
      standIns: [
        ...standInOf('microphone', this.#microphone),
        ...standInOf('camera', this.#camera),
      ],
      facing: facingOf(this.#camera.state, this.#sources.camera),
    };
  }

  /** What should be sent now, slot by slot. */
  get outgoing(): SlotTracks {
    const screen = this.#screen.state;
    return {
      microphone: this.#isMuted ? null : flowing(this.#microphone.state),
      camera: flowing(this.#camera.state),
      screen: screen.at === 'on' ? screen.video : null,
      screenAudio: screen.at === 'on' ? screen.audio : null,
    };
  }

  /** Phones have no getDisplayMedia. */
  get canShareScreen(): boolean {
    const { mediaDevices } = this.#environment;
    return mediaDevices !== undefined && 'getDisplayMedia' in mediaDevices;
  }

  /** What may be done to sound and picture, as far as the browser knows of it. */
  get supported(): MediaTrackSupportedConstraints {
    return this.#environment.mediaDevices?.getSupportedConstraints() ?? {};
  }

  /** Starts what is wanted; both with one question to the person, not two. */
  async start(wanted: Readonly<Record<DeviceKind, boolean>>): Promise<void> {
    this.#isMuted = !wanted.microphone;
    this.#changed();
    void this.devices.refresh();
    if (wanted.microphone && wanted.camera) await this.#startBoth();
    else if (wanted.microphone) await this.setMicrophone(true);
    else if (wanted.camera) await this.setCamera(true);
  }

  /**
   * Unmutes, starting the microphone if there is none yet, or mutes. Whoever mutes before the browser has
   * given a microphone takes the question back.
   */
  async setMicrophone(wanted: boolean): Promise<void> {
    this.#isMuted = !wanted;
    this.#changed();
    const { at } = this.#microphone.state;
    if (!wanted && at === 'starting') this.#microphone.stop();
    if (wanted && (at === 'off' || at === 'failed')) await this.#microphone.start();
  }

  /** Starts the camera, or stops it: its light goes out. */
  async setCamera(wanted: boolean): Promise<void> {
    if (wanted) await this.#camera.start();
    else this.#camera.stop();
  }

  async setScreen(wanted: boolean): Promise<void> {
    if (wanted) await this.#screen.start();
    else this.#screen.stop();
  }

  /** Changes devices; one that is running is replaced without a gap. */
  async choose(choice: DeviceChoice): Promise<void> {
    await Promise.all([
      this.#choose('microphone', choice.microphone),
      this.#choose('camera', choice.camera),
    ]);
  }

  /** Turns a phone's camera around. */
  async flipCamera(): Promise<void> {
    const { facing } = this.state;
    this.#sources.camera.facing = facing === 'environment' ? 'user' : 'environment';
    await this.#camera.start();
  }

  /** What is to be done to the sound or the picture, from now on; what is not known to the browser does nothing. */
  async adjust(kind: DeviceKind, settings: MediaTrackConstraints): Promise<void> {
    this.#sources[kind].settings = settings;
    await this.#captureFor(kind).adjust();
  }

  /** Has the camera give no more than that, so that nothing is captured, scaled and drawn that nobody sees. */
  async limitCamera(limits: MediaTrackConstraints): Promise<void> {
    this.#sources.camera.limits = limits;
    await this.#camera.limit();
  }

  /** Of what is shared now, and of what is shared later. */
  setScreenHint(hint: ScreenHint): void {
    this.#screen.setHint(hint);
  }

  close(): void {
    this.#microphone.close();
    this.#camera.close();
    this.#screen.close();
    this.devices.close();
    this.removeAllListeners();
  }

  #captureOf(kind: DeviceKind): RecoveringCapture {
    const { devices } = this;
    const source = this.#sources[kind];
    const capture = new RecoveringCapture({ environment: this.#environment, devices, source });
    capture.on('changed', ({ at }) => {
      this.#changed();
      if (at === 'on' || at === 'failed') void devices.refresh();
    });
    return capture;
  }

  async #startBoth(): Promise<void> {
    const acquire = acquireBoth(this.#environment, this.#sources);
    await Promise.all([
      this.#microphone.start(acquire.microphone),
      this.#camera.start(acquire.camera),
    ]);
  }

  async #choose(kind: DeviceKind, id: string | undefined): Promise<void> {
    const source = this.#sources[kind];
    if (id === source.chosenId && !source.facing) return;
    source.chosenId = id;
    source.facing = undefined;
    const capture = this.#captureFor(kind);
    if (capture.state.at !== 'off') await capture.start();
  }

  #captureFor(kind: DeviceKind): RecoveringCapture {
    return kind === 'microphone' ? this.#microphone : this.#camera;
  }

  #changed(): void {
    this.emit('changed', this.state);
  }
}

/** A silenced track is a black picture or no sound: it is more honest to send none. */
function flowing(capture: CaptureState): MediaStreamTrack | null {
  return capture.at === 'on' && !capture.isSilenced ? capture.track : null;
}

function facingOf(capture: CaptureState, source: DeviceSource): Facing | undefined {
  const told = capture.at === 'on' ? capture.track.getSettings().facingMode : undefined;
  return told === 'user' || told === 'environment' ? told : source.facing;
}

function standInOf(kind: DeviceKind, capture: RecoveringCapture): readonly StandIn[] {
  return capture.standIn ? [{ kind, device: capture.standIn }] : [];
}
