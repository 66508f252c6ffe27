import { expect, test } from 'vitest';
import { levelOf } from './level-meter.ts';

const sine = (amplitude: number) =>
  Float32Array.from({ length: 2048 }, (_, index) => amplitude * Math.sin(index / 8));

test('silence is nothing, a shout is everything, and speech lies between', () => {
  expect(levelOf(new Float32Array(2048))).toBe(0);
  expect(levelOf(sine(1))).toBe(1);
  const speech = levelOf(sine(0.05));
  expect(speech).toBeGreaterThan(0.3);
  expect(speech).toBeLessThan(0.8);
});
