import { expect, test } from 'vitest';
import { noLayer } from './layer.ts';
import { type Source, affordableLayer, bitrateOf, wantedLayer } from './picture.ts';

const camera: Source = { width: 1280, height: 720, framesPerSecond: 30, spares: 'sharpness' };
const text: Source = { width: 1920, height: 1080, framesPerSecond: 30, spares: 'frames' };

test('a picture is never sent larger than it is', () => {
  const layer = wantedLayer(camera, { width: 3840, height: 2160 }, 'cover');
  expect(layer.scaleResolutionDownBy).toBe(1);
});

test('a face fills its place and a screen is shown whole', () => {
  const upright = { width: 200, height: 720 };
  expect(wantedLayer(camera, upright, 'cover').scaleResolutionDownBy).toBe(1);
  expect(wantedLayer(camera, upright, 'contain').scaleResolutionDownBy).toBe(6);
});

test('an enlargement that nobody sees is none', () => {
  const at = (width: number) =>
    wantedLayer(camera, { width, height: (width * 9) / 16 }, 'cover').scaleResolutionDownBy;
  expect([at(640), at(700), at(760)]).toEqual([2, 2, 1.5]);
});

test('what a picture costs grows more slowly than its pixels, and than its frames', () => {
  const small = bitrateOf(camera, 2, 30);
  expect(bitrateOf(camera, 1, 30) / small).toBeCloseTo(2.83, 1);
  expect(small).toBeGreaterThan(350_000);
  expect(small / bitrateOf(camera, 2, 15)).toBeLessThan(2);
});

test('frames that do not come cost nothing, and are sent when they come', () => {
  const shown = { width: 640, height: 360 };
  const inTheDark = { ...camera, comingPerSecond: 10 };
  const layer = wantedLayer(inTheDark, shown, 'cover');
  expect(layer.maxBitrate).toBeCloseTo(bitrateOf(camera, 2, 10), -1);
  expect(layer.maxFramerate).toBe(wantedLayer(camera, shown, 'cover').maxFramerate);
  const almostNone = wantedLayer({ ...camera, comingPerSecond: 0.5 }, shown, 'cover');
  expect(almostNone.maxBitrate).toBeCloseTo(bitrateOf(camera, 2, 5), -1);
});

test('less money buys a smaller face, at last with fewer frames', () => {
  const wanted = wantedLayer(camera, { width: 1280, height: 720 }, 'cover');
  const means = [2_000_000, 500_000, 200_000, 60_000];
  const layers = means.map((bitrate) => affordableLayer(camera, wanted, bitrate));
  expect(layers.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy)).toEqual([1, 1.5, 3, 6]);
  for (const [index, { maxBitrate }] of layers.entries())
    expect(maxBitrate).toBeLessThanOrEqual(means[index] ?? 0);
});

test('less money buys fewer frames of a text, every letter of it', () => {
  const wanted = wantedLayer(text, { width: 1920, height: 1080 }, 'contain');
  const poor = affordableLayer(text, wanted, 600_000);
  expect(poor.scaleResolutionDownBy).toBe(wanted.scaleResolutionDownBy);
  expect(poor.maxFramerate).toBeLessThan(wanted.maxFramerate);
});

test('what pays for no picture buys none', () => {
  const wanted = wantedLayer(camera, { width: 320, height: 180 }, 'cover');
  expect(affordableLayer(camera, wanted, 20_000)).toEqual(noLayer);
});
