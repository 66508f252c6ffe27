// A shared screen, window or tab, with its sound where the browser gives it.
import { Emitter } from '../emitter.ts';
import { MediaError, type MediaProblem, mediaProblem } from './media-problem.ts';
import { screenOptions } from './screen-options.ts';

export type ScreenState =
  | { readonly at: 'off' }
  | { readonly at: 'choosing' }
  | { readonly at: 'on'; readonly video: MediaStreamTrack; readonly audio: MediaStreamTrack | null }
  | { readonly at: 'failed'; readonly problem: MediaProblem };

/** What is spared when there is too little room: frames (text stays sharp), or sharpness (a film stays fluent). */
export type ScreenHint = 'detail' | 'motion';

export class ScreenCapture extends Emitter<{ changed: ScreenState }> {
  readonly #mediaDevices: MediaDevices | undefined;
  #state: ScreenState = { at: 'off' };
  #request = 0;
  #hint: ScreenHint = 'detail';

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
      stream = await this.#mediaDevices.getDisplayMedia(
        screenOptions(this.#mediaDevices.getSupportedConstraints()),
      );
    } catch (error) {
      if (request !== this.#request) return;
      const problem = mediaProblem(error);
      this.#change(problem === 'denied' ? { at: 'off' } : { at: 'failed', problem });
      return;
    }
    if (request === this.#request) this.#use(stream);
    else stopAll(stream);
  }

  /** Also of what is shared already: nothing is negotiated for it. */
  setHint(hint: ScreenHint): void {
    this.#hint = hint;
    if (this.#state.at === 'on') this.#state.video.contentHint = hint;
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
    const audio = stream.getAudioTracks()[0] ?? null;
    video.contentHint = this.#hint;
    if (audio) audio.contentHint = 'music';
    const isShared = () => this.#state.at === 'on' && this.#state.video === video;
    // The browser's own "stop sharing" bar. A change to another tab or window ends nothing: the tracks go on with it
    // (Screen Capture, section 5.1), in another size.
    video.addEventListener('ended', () => {
      if (isShared()) this.stop();
    });
    // What is shared next may have no sound.
    audio?.addEventListener('ended', () => {
      if (isShared()) this.#change({ at: 'on', video, audio: null });
    });
    this.#change({ at: 'on', video, audio });
  }

  #change(state: ScreenState): void {
    this.#state = state;
    this.emit('changed', state);
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
