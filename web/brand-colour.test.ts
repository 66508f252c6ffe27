import { expect, test } from 'vitest';
import { contrast, toHex, toOklch } from './brand-colour.ts';

// The second is the usual example of the lightest grey that is read on white.
test.each([
  ['#ffffff', '#000000', 21],
  ['#767676', '#ffffff', 4.54],
  ['#ffffff', '#767676', 4.54],
  ['#0b7a63', '#0b7a63', 1],
  // Dark enough for the straight part of the curve.
  ['#0a0a0a', '#000000', 1.06],
])('%s on %s has a contrast of %d', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2);
});

test('red is where CSS Color 4 has it', () => {
  const { lightness, chroma, hue } = toOklch('#ff0000');
  expect(lightness).toBeCloseTo(0.628, 3);
  expect(chroma).toBeCloseTo(0.2577, 3);
  expect((hue * 180) / Math.PI).toBeCloseTo(29.23, 1);
});

test.each(['#000000', '#ffffff', '#0b7a63', '#ff0000', '#123456', '#fedcba'])(
  '%s is the same there and back',
  (hex) => {
    expect(toHex(toOklch(hex))).toBe(hex);
  },
);

test('what no screen has becomes paler, and keeps its lightness', () => {
  const shown = toOklch(toHex({ lightness: 0.8, chroma: 0.4, hue: 0 }));
  expect(shown.lightness).toBeCloseTo(0.8, 2);
  expect(shown.chroma).toBeLessThan(0.3);
});
