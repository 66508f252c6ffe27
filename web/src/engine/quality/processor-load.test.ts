import { expect, test } from 'vitest';
import { readingsOf, recordingOf } from '../testing/recorded-call.ts';
import { growthOf } from './growth.ts';
import { loadOf } from './processor-load.ts';

function loads(name: string, own: string, other: string) {
  const readings = readingsOf(recordingOf(name), own, other);
  return readings.slice(1).map((now, look) => loadOf(growthOf(readings[look] ?? now, now)));
}

test('of what is encoded and decoded, the picture that takes most of the time counts', () => {
  const [before, now] = readingsOf(recordingOf('fine'), 'ana', 'ben');
  if (!before || !now) throw new Error('there are many looks');
  const growth = growthOf(before, now);
  const { camera } = growth.sent;
  if (!camera) throw new Error('ana sends a picture');
  const screen = { ...camera, encodeSeconds: 1.5, frames: 10 };
  const load = loadOf({ ...growth, seconds: 2, sent: { camera, screen } });
  expect(load.encoding).toEqual({ share: 0.75, frameMs: 150 });
  expect(loadOf({ ...growth, seconds: 1, sent: { screen, camera } }).encoding?.share).toBe(1);
  expect(loadOf({ ...growth, received: {} }).decoding).toBeNull();
  expect(loadOf({ ...growth, seconds: 0 }).encoding).toBeNull();
});

test('a processor with time to spare encodes in a fraction of it', () => {
  for (const { encoding, decoding } of loads('fine', 'ana', 'ben')) {
    expect(encoding?.frameMs).toBeLessThan(30);
    expect(decoding?.share).toBeLessThan(0.2);
  }
});
