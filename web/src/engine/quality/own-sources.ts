// What this side has to send at the moment, read off its tracks.
import type { Size } from '../../../../protocol/peer-status.ts';
import type { SlotTracks } from '../slots.ts';
import type { Sending } from './choose-layers.ts';
import type { Layer } from './layer.ts';
import type { Source } from './picture.ts';
import { type Relief, relieved } from './relief.ts';

/** What cameras are asked for: until one tells what it gives. */
const usual: Size = { width: 1280, height: 720 };
/** What it gives may be less, because it is dark or nobody needs more. */
const framesPerSecond = 30;

export class OwnSources {
  /** The most that a camera has given: what it gives now may be limited to what is needed. */
  readonly #sizes = new WeakMap<MediaStreamTrack, Size>();

  sendingOf({ microphone, camera, screen, screenAudio }: SlotTracks, relief: Relief): Sending {
    return {
      camera: camera && relieved(sourceOf(camera, this.sizeOf(camera)), relief),
      screen: screen && relieved(sourceOf(screen, sizeNow(screen)), relief),
      sounds: [microphone, screenAudio].filter((track) => track !== null).length,
    };
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
