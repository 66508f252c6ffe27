// A token bucket: a burst at once, then a steady trickle. A value and a clock go in, a value comes out,
// so it can sleep in a socket's attachment.
import * as v from 'valibot';
import { floodBurstFrames, floodRefillPerSecond } from '../../protocol/limits.ts';

/** `frames` may be sent at `atMs`; fractions are kept, or a fast sender's refill would round to nothing. */
export const Bucket = v.object({ frames: v.number(), atMs: v.number() });
export type Bucket = v.InferOutput<typeof Bucket>;

/** The bucket of a socket that opened at `nowMs`, in milliseconds since the epoch. */
export function fullBucket(nowMs: number): Bucket {
  return { frames: floodBurstFrames, atMs: nowMs };
}

/** The bucket after one more frame; undefined when that frame is one too many. */
export function takeFrame(bucket: Bucket, nowMs: number): Bucket | undefined {
  // A clock set back must not drain the bucket.
  const elapsedSeconds = Math.max(0, nowMs - bucket.atMs) / 1000;
  const frames = Math.min(floodBurstFrames, bucket.frames + elapsedSeconds * floodRefillPerSecond);
  return frames < 1 ? undefined : { frames: frames - 1, atMs: nowMs };
}
