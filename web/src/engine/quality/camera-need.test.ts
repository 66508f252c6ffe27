import { expect, test } from 'vitest';
import { capturingAll, needOf, nextCapturing, wholeCamera } from './camera-need.ts';
import { type Layer, noLayer } from './layer.ts';

function layer(scaleResolutionDownBy: number, maxFramerate: number): Layer {
  return { active: true, scaleResolutionDownBy, maxBitrate: 100_000, maxFramerate };
}

const half = { scale: 2, framesPerSecond: 15 };

test('a camera gives what the most demanding of the others shows', () => {
  expect(needOf([layer(2, 15), layer(1.5, 24), noLayer])).toEqual({
    scale: 1.5,
    framesPerSecond: 24,
  });
});

test('it gives all while one is alone, and enough for one’s own mirror when nobody looks', () => {
  expect(needOf([])).toEqual(wholeCamera);
  expect(needOf([noLayer, layer(8, 5)])).toEqual({ scale: 2, framesPerSecond: 10 });
});

test('less is given after some looks, more at once', () => {
  const isLook = true;
  let capturing = nextCapturing(capturingAll, half, { isLook });
  expect(capturing.need).toEqual(wholeCamera);
  capturing = nextCapturing(capturing, half, { isLook });
  // What happens between two looks does not count as time.
  capturing = nextCapturing(capturing, half, { isLook: false });
  expect(capturing.need).toEqual(wholeCamera);
  capturing = nextCapturing(capturing, half, { isLook });
  expect(capturing.need).toEqual(half);
  capturing = nextCapturing(capturing, { scale: 1, framesPerSecond: 10 }, { isLook: false });
  expect(capturing.need).toEqual({ scale: 1, framesPerSecond: 15 });
});
