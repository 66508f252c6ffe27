// What a picture of some size costs, and in which sizes it is sent.
import type { Size } from '../../../../protocol/peer-status.ts';
import { type Layer, noLayer } from './layer.ts';

/** What a camera or a screen gives. */
export interface Source extends Size {
  /** At most. */
  readonly framesPerSecond: number;
  /** What comes of them: a camera in the dark gives fewer. All of them as long as it is not known. */
  readonly comingPerSecond?: number | undefined;
  /** Above that it is not sent, however large it is shown. */
  readonly mostPixels?: number;
  /** What is spared when there is too little: frames, where every letter counts, or else sharpness. */
  readonly spares: 'frames' | 'sharpness';
}

/** How much is cut to fill the place: a face fills it, a screen is shown whole. */
export type Fit = 'cover' | 'contain';

/** How many times smaller a picture is sent. Few steps: at each change the encoder begins anew with a large frame. */
const scales = [1, 1.5, 2, 3, 4, 6, 8] as const;

/** Nobody sees that a picture was enlarged by less than this. */
const unseenEnlargement = 1.15;

/** In bits per second for a face of a given number of pixels at 30 frames a second, as VP8 needs them: 50 k at 160x90, 400 k at 640x360, 1.1 M at 1280x720. */
const bitsPerPixelRoot = 38;

/** In bits per second. Less than that is no picture. */
export const leastBitrate = 40_000;
const leastFramesPerSecond = 5;

/** Small pictures move less to the eye. */
const calmPixels = 320 * 180;
const calmFramesPerSecond = 15;
const fluentFramesPerSecond = 24;

/** What is sent of `source` to whoever shows it in `shown`, if nothing is in the way. */
export function wantedLayer(source: Source, shown: Size, fit: Fit): Layer {
  const ratios = [source.width / shown.width, source.height / shown.height];
  const ratio = fit === 'cover' ? Math.min(...ratios) : Math.max(...ratios);
  const fitting = scales.findLast((step) => step <= ratio * unseenEnlargement) ?? 1;
  const scale = scales.find((step) => step >= fitting && isAllowed(source, step)) ?? fitting;
  return layerAt(source, scale, Infinity);
}

/** The best that `bitrate` pays for, up to what is `wanted`. Where it pays for nothing, nothing is sent. */
export function affordableLayer(source: Source, wanted: Layer, bitrate: number): Layer {
  if (bitrate >= wanted.maxBitrate) return wanted;
  if (bitrate < leastBitrate) return noLayer;
  if (source.spares === 'frames') return layerAt(source, wanted.scaleResolutionDownBy, bitrate);
  const affordable = scales
    .filter((scale) => scale >= wanted.scaleResolutionDownBy)
    .find((scale) => bitrateOf(source, scale, calmFramesPerSecond) <= bitrate);
  return layerAt(source, affordable ?? 8, bitrate);
}

/** In bits per second: an encoder takes what it is allowed, so it is not to pay for frames that do not come. */
export function bitrateOf(source: Source, scale: number, framesPerSecond: number): number {
  const { width, height, comingPerSecond = Infinity } = source;
  const pixels = (width * height) / scale ** 2;
  const frames = Math.min(framesPerSecond, Math.max(leastFramesPerSecond, comingPerSecond));
  // A frame that follows sooner differs less from the one before it.
  return bitsPerPixelRoot * pixels ** 0.75 * (frames / 30) ** 0.6;
}

function isAllowed({ width, height, mostPixels = Infinity }: Source, scale: number): boolean {
  return (width * height) / scale ** 2 <= mostPixels;
}

function layerAt(source: Source, scale: number, bitrate: number): Layer {
  const pixels = (source.width * source.height) / scale ** 2;
  const most = Math.min(
    source.framesPerSecond,
    pixels <= calmPixels ? calmFramesPerSecond : fluentFramesPerSecond,
  );
  const rates = [most, calmFramesPerSecond, 10, leastFramesPerSecond].filter(
    (rate) => rate <= most,
  );
  const rate =
    rates.find((each) => bitrateOf(source, scale, each) <= bitrate) ??
    Math.min(most, leastFramesPerSecond);
  return {
    active: true,
    scaleResolutionDownBy: scale,
    maxBitrate: Math.round(
      Math.min(bitrate, Math.max(leastBitrate, bitrateOf(source, scale, most))),
    ),
    maxFramerate: rate,
  };
}
