// One microphone or one camera: what was asked of it, and what the browser gave.
import { Emitter } from '../emitter.ts';
import type { Clock } from '../environment.ts';
import { type MediaProblem, mediaProblem } from './media-problem.ts';
import { watchTrack } from './watch-track.ts';

/** Devices take less: the browser waits for the person's answer, who may not have seen the question. */
const lateMs = 8_000;

export type CaptureState =
  | { readonly at: 'off' }
  | { readonly at: 'starting'; readonly isLate: boolean }
  /** Silenced by the system, a track gives nothing for the time being. */
  | { readonly at: 'on'; readonly track: MediaStreamTrack; readonly isSilenced: boolean }
  | { readonly at: 'failed'; readonly problem: MediaProblem };

/** Rejects as getUserMedia does. Once `signal` is aborted nobody waits for the track any more. */
export type Acquire = (signal: AbortSignal) => Promise<MediaStreamTrack>;

export interface CaptureOptions {
  readonly clock: Clock;
  /** Gets another track in place of one that ended by itself. */
  readonly replace: Acquire;
}

/** Holds at most one track, which is stopped when another takes its place. */
export class DeviceCapture extends Emitter<{ changed: CaptureState }> {
  readonly #options: CaptureOptions;
  #state: CaptureState = { at: 'off' };
  /** Aborted by the next request, so that an answer that comes after it is given back at once. */
  #request = new AbortController();
  #unwatch = () => {};
  #cancelLate = () => {};

  constructor(options: CaptureOptions) {
    super();
    this.#options = options;
  }

  get state(): CaptureState {
    return this.#state;
  }

  get track(): MediaStreamTrack | null {
    return this.#state.at === 'on' ? this.#state.track : null;
  }

  /** Gets the device, or changes to another: the old track plays on until the new one is there. */
  async start(acquire: Acquire): Promise<void> {
    if (this.track?.readyState !== 'live') this.#change({ at: 'starting', isLate: false });
    await this.#ask(acquire, async (problem) => {
      const wasHeld = this.track?.readyState === 'live';
      this.#release();
      // Many phones open one camera at a time.
      if (problem === 'in-use' && wasHeld) await this.start(acquire);
      else this.#change({ at: 'failed', problem });
    });
  }

  /** Gets a track behind the scenes: if there is none to be had, everything stays as it is. */
  async improve(acquire: Acquire): Promise<void> {
    await this.#ask(acquire, () => Promise.resolve());
  }

  /** Gets another track of a device that can't be had in two ways at once: for a moment it gives nothing, unseen. */
  async renew(acquire: Acquire): Promise<void> {
    this.#release();
    await this.#ask(acquire, (problem) => {
      this.#change({ at: 'failed', problem });
      return Promise.resolve();
    });
  }

  /** Stops the track: the device's light goes out. */
  stop(): void {
    this.#request.abort();
    this.#release();
    this.#change({ at: 'off' });
  }

  close(): void {
    this.stop();
    this.removeAllListeners();
  }

  async #ask(acquire: Acquire, onProblem: (problem: MediaProblem) => Promise<void>): Promise<void> {
    this.#request.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    let track: MediaStreamTrack;
    try {
      track = await acquire(signal);
    } catch (error) {
      if (!signal.aborted) await onProblem(mediaProblem(error));
      return;
    }
    if (signal.aborted) track.stop();
    else this.#use(track);
  }

  #use(track: MediaStreamTrack): void {
    this.#release();
    this.#unwatch = watchTrack(track, {
      clock: this.#options.clock,
      onEnded: () => void this.start(this.#options.replace),
      onSilence: (isSilenced) => this.#change({ at: 'on', track, isSilenced }),
    });
    this.#change({ at: 'on', track, isSilenced: false });
  }

  #release(): void {
    this.#unwatch();
    this.track?.stop();
  }

  #change(state: CaptureState): void {
    this.#cancelLate();
    if (state.at === 'starting' && !state.isLate) {
      this.#cancelLate = this.#options.clock.after(lateMs, () =>
        this.#change({ at: 'starting', isLate: true }),
      );
    }
    this.#state = state;
    this.emit('changed', state);
  }
}
