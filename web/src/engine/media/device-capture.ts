// One microphone or one camera: what was asked of it, and what the browser gave.
import { Emitter } from '../emitter.ts';
import { type MediaProblem, mediaProblem } from './media-problem.ts';

export type CaptureState =
  | { readonly at: 'off' }
  | { readonly at: 'starting' }
  | { readonly at: 'on'; readonly track: MediaStreamTrack }
  | { readonly at: 'failed'; readonly problem: MediaProblem };

/** Holds at most one track, which is stopped when another takes its place. */
export class DeviceCapture extends Emitter<{ changed: CaptureState }> {
  #state: CaptureState = { at: 'off' };
  /** Counts requests, so that an answer that comes after the next request is given back at once. */
  #request = 0;

  get state(): CaptureState {
    return this.#state;
  }

  get track(): MediaStreamTrack | null {
    return this.#state.at === 'on' ? this.#state.track : null;
  }

  /**
   * Gets the device, or changes to another: the old track plays on until the new one is there.
   * `acquire` rejects as getUserMedia does.
   */
  async start(acquire: () => Promise<MediaStreamTrack>): Promise<void> {
    this.#request += 1;
    const request = this.#request;
    const old = this.track;
    if (!old) this.#change({ at: 'starting' });
    let track: MediaStreamTrack;
    try {
      track = await acquire();
    } catch (error) {
      if (request !== this.#request) return;
      old?.stop();
      this.#change({ at: 'failed', problem: mediaProblem(error) });
      return;
    }
    if (request === this.#request) this.#use(track);
    else track.stop();
  }

  /** Stops the track: the device's light goes out. */
  stop(): void {
    this.#request += 1;
    this.track?.stop();
    this.#change({ at: 'off' });
  }

  close(): void {
    this.stop();
    this.removeAllListeners();
  }

  #use(track: MediaStreamTrack): void {
    this.track?.stop();
    // Our own stop() fires no `ended`: it means that the device went away.
    track.addEventListener('ended', () => {
      if (this.track === track) this.#change({ at: 'failed', problem: 'lost' });
    });
    this.#change({ at: 'on', track });
  }

  #change(state: CaptureState): void {
    this.#state = state;
    this.emit('changed', state);
  }
}
