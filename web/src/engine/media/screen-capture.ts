// A shared screen, window or tab, with its sound where the browser gives it.
import { Emitter } from '../emitter.ts';
import { MediaError, type MediaProblem, mediaProblem } from './media-problem.ts';

export type ScreenState =
  | { readonly at: 'off' }
  | { readonly at: 'choosing' }
  | { readonly at: 'on'; readonly video: MediaStreamTrack; readonly audio: MediaStreamTrack | null }
  | { readonly at: 'failed'; readonly problem: MediaProblem };

export class ScreenCapture extends Emitter<{ changed: ScreenState }> {
  readonly #mediaDevices: MediaDevices | undefined;
  #state: ScreenState = { at: 'off' };
  #request = 0;

  constructor(mediaDevices: MediaDevices | undefined) {
    super();
    this.#mediaDevices = mediaDevices;
  }

  get state(): ScreenState {
    return this.#state;
  }

  /** Asks the person what to share. Closing the browser's dialogue is no failure: it is a no. */
  async start(): Promise<void> {
    this.#request += 1;
    const request = this.#request;
    this.#change({ at: 'choosing' });
    let stream: MediaStream;
    try {
      if (!this.#mediaDevices) throw new MediaError('insecure-page');
      stream = await this.#mediaDevices.getDisplayMedia({ video: true, audio: true });
    } catch (error) {
      if (request !== this.#request) return;
      const problem = mediaProblem(error);
      this.#change(problem === 'denied' ? { at: 'off' } : { at: 'failed', problem });
      return;
    }
    if (request === this.#request) this.#use(stream);
    else stopAll(stream);
  }

  stop(): void {
    this.#request += 1;
    if (this.#state.at === 'on') {
      this.#state.video.stop();
      this.#state.audio?.stop();
    }
    this.#change({ at: 'off' });
  }

  close(): void {
    this.stop();
    this.removeAllListeners();
  }

  #use(stream: MediaStream): void {
    const [video] = stream.getVideoTracks();
    if (!video) {
      stopAll(stream);
      this.#change({ at: 'failed', problem: 'unknown' });
      return;
    }
    // Text must stay sharp; frames may be dropped for it.
    video.contentHint = 'detail';
    // The browser's own "stop sharing" bar.
    video.addEventListener('ended', () => {
      if (this.#state.at === 'on' && this.#state.video === video) this.stop();
    });
    this.#change({ at: 'on', video, audio: stream.getAudioTracks()[0] ?? null });
  }

  #change(state: ScreenState): void {
    this.#state = state;
    this.emit('changed', state);
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
