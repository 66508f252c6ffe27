// Asks a camera for no more than somebody needs: what is captured beyond that is thrown away.
import { capturingAll, isSameNeed, needOf, nextCapturing } from './camera-need.ts';
import type { Layer } from './layer.ts';
import type { OwnSources } from './own-sources.ts';

export class CameraLimiter {
  readonly #sources: OwnSources;
  #capturing = capturingAll;
  /** Which camera that is of: another gives all it can. */
  #camera: MediaStreamTrack | null = null;

  constructor(sources: OwnSources) {
    this.#sources = sources;
  }

  /** What `camera` is to give from now on for these layers of it; undefined if that is what it was asked for last. */
  limit(
    camera: MediaStreamTrack,
    layers: readonly Layer[],
    { isLook }: { readonly isLook: boolean },
  ): MediaTrackConstraints | undefined {
    const before = camera === this.#camera ? this.#capturing : capturingAll;
    this.#camera = camera;
    this.#capturing = nextCapturing(before, needOf(layers), { isLook });
    const { need } = this.#capturing;
    if (isSameNeed(need, before.need)) return undefined;
    const { width, height } = this.#sources.sizeOf(camera);
    return {
      width: { ideal: Math.round(width / need.scale) },
      height: { ideal: Math.round(height / need.scale) },
      frameRate: { ideal: need.framesPerSecond },
    };
  }
}
