import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

test('nothing is said of a speed before something has come', () => {
  const pace = new Pace();
  expect(pace.bytesPerSecond(0)).toBeUndefined();
  pace.read({ atMs: 0, bytes: 5 });
  expect(pace.bytesPerSecond(0)).toBeUndefined();
  expect(pace.bytesPerSecond(1_000)).toBeUndefined();
});

test('the speed is that of the last few seconds, and none when nothing comes any more', () => {
  const pace = new Pace();
  for (let second = 0; second <= 10; second += 1)
    pace.read({ atMs: second * 1_000, bytes: second < 5 ? second * 100 : second * 1_000 });
  expect(pace.bytesPerSecond(10_000)).toBe(1_000);
  expect(pace.bytesPerSecond(12_000)).toBeLessThan(1_000);
  expect(pace.bytesPerSecond(14_001)).toBe(0);
});

test('a pause does not count', () => {
  const pace = new Pace();
  pace.read({ atMs: 0, bytes: 0 });
  pace.read({ atMs: 1_000, bytes: 1_000 });
  pace.reset();
  pace.read({ atMs: 3_000, bytes: 1_000 });
  pace.read({ atMs: 4_000, bytes: 3_000 });
  expect(pace.bytesPerSecond(4_000)).toBe(2_000);
});
