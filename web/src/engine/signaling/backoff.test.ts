import { expect, test } from 'vitest';
import { backoffDelayMs } from './backoff.ts';

test('the first retry comes within 300 ms', () => {
  expect(backoffDelayMs(0, 0.999)).toBeLessThan(300);
});

test('later retries double their range up to 15 s and no further', () => {
  const longest = [1, 2, 3, 4, 5, 6, 50].map((attempt) => backoffDelayMs(attempt, 1));
  expect(longest).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
});

test('jitter reaches down to zero', () => {
  expect(backoffDelayMs(9, 0)).toBe(0);
});
