import { expect, test } from 'vitest';
import { floodBurstFrames, floodRefillPerSecond } from '../../protocol/limits.ts';
import { type Bucket, fullBucket, takeFrame } from './rate-limit.ts';

/** Takes `count` frames at `nowMs`; undefined if one was too many. */
function takeFrames(bucket: Bucket | undefined, count: number, nowMs: number): Bucket | undefined {
  let left = bucket;
  for (let taken = 0; taken < count && left; taken += 1) left = takeFrame(left, nowMs);
  return left;
}

test('[R7] a burst is allowed, and one frame more is a flood', () => {
  const empty = takeFrames(fullBucket(0), floodBurstFrames, 0);
  expect(empty).toBeDefined();
  expect(takeFrames(empty, 1, 0)).toBeUndefined();
});

test('[R7] a second refills what a second may carry', () => {
  const empty = takeFrames(fullBucket(0), floodBurstFrames, 0);
  const refilled = takeFrames(empty, floodRefillPerSecond, 1000);
  expect(refilled).toBeDefined();
  expect(takeFrames(refilled, 1, 1000)).toBeUndefined();
});

test('[R7] frames at exactly the refill rate never run dry, though each refill is a fraction', () => {
  let bucket = takeFrames(fullBucket(0), floodBurstFrames, 0);
  const gapMs = 1000 / floodRefillPerSecond / 2;
  for (let half = 1; half <= 1000; half += 1) {
    if (bucket && half % 2 === 0) bucket = takeFrame(bucket, half * gapMs);
  }
  expect(bucket).toBeDefined();
});

test('[R7] silence saves up no more than one burst', () => {
  const aDayLater = 86_400_000;
  expect(takeFrames(fullBucket(0), floodBurstFrames, aDayLater)).toBeDefined();
  expect(takeFrames(fullBucket(0), floodBurstFrames + 1, aDayLater)).toBeUndefined();
});

test('[R7] a clock set back drains nothing', () => {
  expect(takeFrame(fullBucket(60_000), 0)).toEqual({ frames: floodBurstFrames - 1, atMs: 0 });
});
