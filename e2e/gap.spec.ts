// The measuring stick of the fault tests.
import { expect, test } from '@playwright/test';
import { type Reading, longestVideoGap } from './gap.ts';

/** Readings as [milliseconds, frames so far]. */
function readings(...counts: readonly (readonly [number, number])[]): Reading[] {
  return counts.map(([atMs, videoFrames]) => ({
    atMs,
    videoFrames,
    audioPackets: 0,
    audioEnergy: 0,
  }));
}

test('silence lasts from the last frame before it to the first one after it', () => {
  const broken = readings([0, 0], [200, 2], [400, 2], [600, 2], [800, 2], [1_000, 4]);
  expect(longestVideoGap(broken)).toEqual({ lastsMs: 700, toMs: 900 });
});

test('silence at the end counts, and so does a connection that never brought anything', () => {
  const ended = readings([0, 0], [200, 2], [400, 2], [600, 2], [800, 2]);
  expect(longestVideoGap(ended)).toEqual({ lastsMs: 600, toMs: 800 });
  expect(longestVideoGap(readings([0, 0], [200, 0], [400, 0])).lastsMs).toBe(400);
});

test('a count that falls, as that of a closed connection, is no new frame', () => {
  const closed = readings([0, 40], [200, 42], [400, 0], [600, 0], [800, 0]);
  expect(longestVideoGap(closed).lastsMs).toBe(600);
});

test('a page that could not run for a while is no silence', () => {
  const late = readings([0, 0], [200, 2], [3_200, 32], [3_400, 34]);
  expect(longestVideoGap(late).lastsMs).toBeLessThan(200);
  const frozen = readings([0, 0], [200, 2], [3_200, 3], [3_400, 5]);
  expect(longestVideoGap(frozen).lastsMs).toBe(400);
});
