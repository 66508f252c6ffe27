import { expect, test } from 'vitest';
import { backoffDelayMs } from './backoff.ts';

const longest = (attempt: number, downMs: number) => backoffDelayMs({ attempt, downMs, random: 1 });

test('the first retry comes within 300 ms', () => {
  expect(longest(0, 0)).toBe(300);
});

test('later retries double their range, up to 4 s while the outage is short', () => {
  const ranges = [1, 2, 3, 4, 50].map((attempt) => longest(attempt, 29_999));
  expect(ranges).toEqual([1_000, 2_000, 4_000, 4_000, 4_000]);
});

test('after half a minute they go on to 15 s and no further', () => {
  const ranges = [1, 4, 5, 6, 50].map((attempt) => longest(attempt, 30_000));
  expect(ranges).toEqual([1_000, 8_000, 15_000, 15_000, 15_000]);
});

test('jitter reaches down to zero', () => {
  expect(backoffDelayMs({ attempt: 9, downMs: 60_000, random: 0 })).toBe(0);
});
