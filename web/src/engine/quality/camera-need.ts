// How much of its camera this side needs, for all whom it sends its picture to and for its own mirror: what is captured
// beyond that is scaled, thrown away and paid for again and again.
import type { Layer } from './layer.ts';

export interface CameraNeed {
  /** How many times smaller than the camera gives it. */
  readonly scale: number;
  readonly framesPerSecond: number;
}

/** All of it: as long as there is nobody, it is one's own mirror that is large. */
export const wholeCamera: CameraNeed = { scale: 1, framesPerSecond: 30 };

/** One's own picture may be larger than the others show it. */
const largestScale = 2;
const leastFramesPerSecond = 10;

/** A need that falls may rise again soon, and each change makes a camera stutter. */
const looksUntilLess = 3;

export function needOf(layers: readonly Layer[]): CameraNeed {
  if (layers.length === 0) return wholeCamera;
  const active = layers.filter((layer) => layer.active);
  return {
    scale: Math.min(largestScale, ...active.map((each) => each.scaleResolutionDownBy)),
    framesPerSecond: Math.max(leastFramesPerSecond, ...active.map((each) => each.maxFramerate)),
  };
}

/** What is captured now, and for how many looks less would have been enough. */
export interface Capturing {
  readonly need: CameraNeed;
  readonly looksWithLess: number;
}

export const capturingAll: Capturing = { need: wholeCamera, looksWithLess: 0 };

/** More is given at once, less after some looks. */
export function nextCapturing(
  { need, looksWithLess }: Capturing,
  now: CameraNeed,
  { isLook }: { isLook: boolean },
): Capturing {
  const most = {
    scale: Math.min(need.scale, now.scale),
    framesPerSecond: Math.max(need.framesPerSecond, now.framesPerSecond),
  };
  if (isSameNeed(most, now)) return { need: now, looksWithLess: 0 };
  const looks = looksWithLess + (isLook ? 1 : 0);
  if (looks >= looksUntilLess) return { need: now, looksWithLess: 0 };
  return { need: most, looksWithLess: looks };
}

export function isSameNeed(one: CameraNeed, other: CameraNeed): boolean {
  return one.scale === other.scale && one.framesPerSecond === other.framesPerSecond;
}
