// A microphone or camera that is kept going while it is wanted: another takes the place of one that goes
// away, and one that comes back is used again.
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import { type Acquire, type CaptureState, DeviceCapture } from './device-capture.ts';
import type { DeviceSource } from './device-source.ts';
import {
  type Device,
  type DeviceList,
  type Devices,
  isAlias,
  isSameDevice,
  isSystems,
} from './devices.ts';
import { MediaError, mediaProblem } from './media-problem.ts';
import { takesSettings } from './takes-settings.ts';

/** A loose plug and a driver that crashes at the first frame end a track sooner than this; people rarely do. */
const shortLifeMs = 5_000;

/** After two short lives in a row no device is gone back to, and after a third none is tried instead. */
const maxShortLives = 2;

export interface RecoveringCaptureOptions {
  readonly environment: Environment;
  readonly devices: Devices;
  readonly source: DeviceSource;
}

interface Life {
  readonly track: MediaStreamTrack;
  readonly device: Device;
  readonly sinceMs: number;
  /** False also where the browser does not tell. */
  wasAllowed: boolean;
}

export class RecoveringCapture extends Emitter<{ changed: CaptureState }> {
  readonly #environment: Environment;
  readonly #devices: Devices;
  readonly #source: DeviceSource;
  readonly #capture: DeviceCapture;
  readonly #acquireChosen = () => this.#source.acquireChosen();
  readonly #stopListening: readonly (() => void)[];
  /** The newest track's. */
  #life: Life | undefined;
  /** The device that went away, until it is back or the person asks for another. */
  #lost: Device | undefined;
  #shortLives = 0;

  constructor({ environment, devices, source }: RecoveringCaptureOptions) {
    super();
    this.#environment = environment;
    this.#devices = devices;
    this.#source = source;
    this.#capture = new DeviceCapture({
      clock: environment.clock,
      replace: (signal) => this.#replace(signal),
    });
    this.#capture.on('changed', (state) => this.#follow(state));
    this.#stopListening = [
      devices.on('plugged', (newcomers) => this.#meet(newcomers)),
      devices.on('preferred', (device) => void this.#followSystem(device)),
      environment.onWake(() => void this.#askAgainIfAllowed()),
    ];
  }

  get state(): CaptureState {
    return this.#capture.state;
  }

  /** The device in use, if it is there for another that went away. */
  get standIn(): Device | undefined {
    return this.state.at === 'on' && this.#lost ? this.#life?.device : undefined;
  }

  /** Gets the device the person has chosen, or changes to it: what was before no longer counts. */
  async start(acquire: Acquire = this.#acquireChosen): Promise<void> {
    this.#lost = undefined;
    this.#shortLives = 0;
    await this.#capture.start(acquire);
  }

  /** Does to what is running what the person wants done to it, if need be with another track of the same device. */
  async adjust(): Promise<void> {
    const { track } = this.#capture;
    if (!track) return;
    const id = track.getSettings().deviceId;
    const constraints = this.#source.limitedConstraints(id);
    const isDone = await takesSettings(track, { constraints, settings: this.#source.settings });
    if (isDone || track !== this.#capture.track) return;
    await this.#capture.renew(() => this.#source.acquire(id));
  }

  /** Has it give no more than its source is limited to. How near it comes to that is its own affair. */
  async limit(): Promise<void> {
    const { track } = this.#capture;
    const id = track?.getSettings().deviceId;
    await track?.applyConstraints(this.#source.limitedConstraints(id)).catch(() => undefined);
  }

  stop(): void {
    this.#capture.stop();
  }

  close(): void {
    for (const stop of this.#stopListening) stop();
    this.#capture.close();
    this.removeAllListeners();
  }

  #follow(state: CaptureState): void {
    if (state.at === 'on' && state.track !== this.#life?.track) this.#begin(state.track);
    this.emit('changed', state);
  }

  #begin(track: MediaStreamTrack): void {
    // It gives all it can, until it is limited itself.
    this.#source.limits = {};
    const device = { id: track.getSettings().deviceId ?? '', label: track.label };
    const life: Life = {
      track,
      device,
      sinceMs: this.#environment.clock.now(),
      wasAllowed: false,
    };
    this.#life = life;
    if (this.#lost && isSameDevice(this.#lost, device)) this.#lost = undefined;
    void this.#source.isAllowed().then((isAllowed) => (life.wasAllowed = isAllowed));
  }

  /** A track has ended by itself. */
  async #replace(signal: AbortSignal): Promise<MediaStreamTrack> {
    const life = this.#life;
    if (!life) throw new Error('a track that ends has begun');
    const livedMs = this.#environment.clock.now() - life.sinceMs;
    this.#shortLives = livedMs < shortLifeMs ? this.#shortLives + 1 : 0;
    // A device that the person took away is not to be replaced, and not to be asked for.
    if (life.wasAllowed && !(await this.#source.isAllowed())) throw new MediaError('denied');
    signal.throwIfAborted();
    this.#lost ??= life.device;
    if (this.#shortLives > maxShortLives) throw new MediaError('unsteady');
    try {
      return await this.#acquireOther();
    } catch (error) {
      if (mediaProblem(error) === 'denied') throw error;
      throw new MediaError(this.#isUnsteady ? 'unsteady' : 'lost');
    }
  }

  /** Tries twice: at first the browser may not know yet that the old device is gone, and try that one. */
  async #acquireOther(): Promise<MediaStreamTrack> {
    try {
      return await this.#source.acquire(undefined);
    } catch (error) {
      if (mediaProblem(error) !== 'in-use') throw error;
      return await this.#source.acquire(undefined);
    }
  }

  get #isUnsteady(): boolean {
    return this.#shortLives >= maxShortLives;
  }

  /** Something was plugged in or out. */
  #meet(list: DeviceList): void {
    const newcomers = list[this.#source.kind];
    const { state } = this;
    if (state.at === 'on') this.#goBack(newcomers);
    if (state.at !== 'failed') return;
    switch (state.problem) {
      case 'lost':
      case 'no-device':
        if (this.#devices.has(this.#source.kind)) void this.#capture.start(this.#acquireChosen);
        return;
      case 'in-use':
      case 'unknown':
        // Not at just any change: a camera that goes on as headphones are plugged in would be a surprise.
        if (newcomers.length > 0) void this.#capture.improve(this.#acquireChosen);
        return;
      case 'denied':
      case 'insecure-page':
      case 'unsteady':
        return;
      default:
        state.problem satisfies never;
    }
  }

  /** Who chose a device, or lost it, gets it when it comes. */
  #goBack(newcomers: readonly Device[]): void {
    const { chosenId } = this.#source;
    const lost = this.#lost;
    const returned = newcomers.find((device) =>
      isSystems(chosenId) ? lost && isSameDevice(device, lost) : device.id === chosenId,
    );
    if (returned && !this.#isUnsteady) {
      void this.#capture.improve(() => this.#source.acquire(returned.id));
    }
  }

  /** Who has not chosen a microphone wants the one the system prefers; cameras that change by themselves are a surprise. */
  async #followSystem(preferred: Device): Promise<void> {
    const { kind, chosenId } = this.#source;
    if (kind !== 'microphone' || !isSystems(chosenId) || this.#isUnsteady) return;
    const isNeeded = () => this.state.at === 'on' && !this.#isInUse(preferred);
    // A browser that would ask the person first is left alone.
    if (!isNeeded() || !(await this.#source.isAllowed()) || !isNeeded()) return;
    this.#lost = undefined;
    await this.#capture.improve(() => this.#source.acquire(preferred.id));
  }

  #isInUse(device: Device): boolean {
    const used = this.#life?.device;
    return used !== undefined && (used.id === device.id || isAlias(used, device));
  }

  /** The person may have been away to allow it. */
  async #askAgainIfAllowed(): Promise<void> {
    const isDenied = () => this.state.at === 'failed' && this.state.problem === 'denied';
    if (isDenied() && (await this.#source.isAllowed()) && isDenied()) {
      await this.#capture.improve(this.#acquireChosen);
    }
  }
}
