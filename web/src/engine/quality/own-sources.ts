// What this side has to send at the moment, read off its tracks.
import type { Size } from '../../../../protocol/peer-status.ts';
import type { SlotTracks } from '../slots.ts';
import type { Sending } from './choose-layers.ts';
import type { Layer } from './layer.ts';
import type { Source } from './picture.ts';
import { type Relief, relieved } from './relief.ts';

/** What cameras are asked for: until one tells what it gives. */
const usual: Size = { width: 1280, height: 720 };
const framesPerSecond = 30;

/** A rate that differs by less of it is the same one: each change of what is sent costs something. */
const steady = 0.2;
/** A camera stutters now and then, and when it is asked for something else. */
const shortLooksUntilBelieved = 4;

/** In frames per second. */
export interface FrameRates {
  readonly coming: number;
  readonly asked: number;
}

export class OwnSources {
  /** The most that a camera has given: what it gives now may be limited to what is needed. */
  readonly #sizes = new WeakMap<MediaStreamTrack, Size>();
  /** How many frames a second come of each camera that gives fewer than it was asked for. */
  readonly #rates = new WeakMap<MediaStreamTrack, number>();
  /** In a row, with fewer frames than were known to come. */
  #shortLooks = 0;

  sendingOf({ microphone, camera, screen, screenAudio }: SlotTracks, relief: Relief): Sending {
    return {
      camera: camera && relieved(this.#cameraOf(camera), relief),
      screen: screen && relieved(sourceOf(screen, sizeNow(screen)), relief),
      sounds: [microphone, screenAudio].filter((track) => track !== null).length,
    };
  }

  /**
   * Takes note after a look of how many frames a second come of `camera`: fewer than it was asked for, if it is dark. Where
   * all that was asked for comes, it may have more to give.
   */
  noteFrames(camera: MediaStreamTrack, { coming, asked }: FrameRates): void {
    const known = this.#rates.get(camera) ?? Infinity;
    const isLess = coming > 0 && coming < asked * (1 - steady) && coming < known * (1 - steady);
    this.#shortLooks = isLess ? this.#shortLooks + 1 : 0;
    const isMore = coming > known * (1 + steady);
    if (isMore || this.#shortLooks >= shortLooksUntilBelieved) this.#rates.set(camera, coming);
  }

  /** In what a camera gives when nothing limits it. */
  sizeOf(camera: MediaStreamTrack): Size {
    const now = sizeNow(camera);
    const known = this.#sizes.get(camera) ?? now;
    // A phone that was turned gives an upright picture.
    const isTurned = now.width > now.height !== known.width > known.height;
    const most = isTurned ? { width: known.height, height: known.width } : known;
    const size = now.width > most.width || now.height > most.height ? now : most;
    this.#sizes.set(camera, size);
    return size;
  }

  /** The same layer of what the camera gives now. */
  ofPresent(camera: MediaStreamTrack, layer: Layer): Layer {
    const share = sizeNow(camera).width / this.sizeOf(camera).width;
    return { ...layer, scaleResolutionDownBy: Math.max(1, layer.scaleResolutionDownBy * share) };
  }

  #cameraOf(camera: MediaStreamTrack): Source {
    const comingPerSecond = this.#rates.get(camera);
    return { ...sourceOf(camera, this.sizeOf(camera)), comingPerSecond };
  }
}

function sourceOf(track: MediaStreamTrack, size: Size): Source {
  const { contentHint } = track;
  const spares = contentHint === 'detail' || contentHint === 'text' ? 'frames' : 'sharpness';
  return { ...size, framesPerSecond, spares };
}

function sizeNow(track: MediaStreamTrack): Size {
  const { width, height } = track.getSettings();
  return { width: width || usual.width, height: height || usual.height };
}
