import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PeerId } from '../../../../protocol/ids.ts';
import type { Size } from '../../../../protocol/peer-status.ts';
import { type Sending, type Viewer, chooseLayers, leastBpsOf, soundBps } from './choose-layers.ts';
import { noLayer } from './layer.ts';
import type { Source } from './picture.ts';

const camera: Source = { width: 1280, height: 720, framesPerSecond: 30, spares: 'sharpness' };
const screen: Source = { width: 1920, height: 1080, framesPerSecond: 30, spares: 'frames' };
const face: Sending = { camera, screen: null, sounds: 1 };
const tile: Size = { width: 480, height: 270 };

function viewer(name: string, shown: { camera?: Size; screen?: Size }, limitBps?: number): Viewer {
  return {
    id: idOf(name),
    view: { camera: shown.camera ?? null, screen: shown.screen ?? null },
    limitBps,
  };
}
const idOf = (letter: string) => v.parse(PeerId, letter.repeat(16));

function layersOf(viewers: readonly Viewer[], sending = face, uplinkBps?: number) {
  const layers = chooseLayers({ sending, viewers, uplinkBps });
  return viewers.map(({ id }) => {
    const own = layers.get(id);
    if (!own) throw new Error('everyone gets layers');
    return own;
  });
}

test('whoever shows a small picture is sent a small one, whoever shows it large the whole', () => {
  const [small, large] = layersOf([
    viewer('a', { camera: { width: 320, height: 180 } }),
    viewer('b', { camera: { width: 1280, height: 720 } }),
  ]);
  expect(small?.camera).toMatchObject({ active: true, scaleResolutionDownBy: 4, maxFramerate: 15 });
  expect(large?.camera).toMatchObject({ active: true, scaleResolutionDownBy: 1 });
  expect(small?.camera.maxBitrate).toBeLessThan((large?.camera.maxBitrate ?? 0) / 5);
});

test('whoever shows nothing is sent nothing, and pays for nothing', () => {
  const [layers] = layersOf([viewer('a', {})]);
  expect(layers).toMatchObject({ camera: noLayer, screen: noLayer, wantedBps: soundBps });
});

test('whoever has not told yet is sent a picture of middle size', () => {
  const [layers] = layersOf([{ id: idOf('a'), view: undefined, limitBps: undefined }]);
  expect(layers?.camera).toMatchObject({ active: true, scaleResolutionDownBy: 2 });
});

test('what one does not send has no layer', () => {
  const [layers] = layersOf([viewer('a', { camera: tile, screen: tile })], {
    camera: null,
    screen: null,
    sounds: 0,
  });
  expect(layers).toMatchObject({ camera: noLayer, screen: noLayer, grantedBps: 0 });
});

test('on a thin uplink everyone is sent a smaller picture, and speech keeps its part', () => {
  const viewers = ['a', 'b', 'c'].map((name) => viewer(name, { camera: tile }));
  const layers = layersOf(viewers, face, 600_000);
  const total = layers.reduce((sum, { grantedBps }) => sum + grantedBps, 0);
  expect(total).toBeLessThanOrEqual(600_000);
  for (const {
    camera: { active, maxBitrate, scaleResolutionDownBy },
  } of layers) {
    expect(active).toBe(true);
    expect(maxBitrate).toBe(600_000 / 3 - soundBps);
    expect(scaleResolutionDownBy).toBeGreaterThan(2);
  }
});

test('who wants little leaves the others more', () => {
  const [small, large] = layersOf(
    [
      viewer('a', { camera: { width: 160, height: 90 } }),
      viewer('b', { camera: { width: 1280, height: 720 } }),
    ],
    face,
    500_000,
  );
  expect(small?.camera.maxBitrate).toBeLessThan(60_000);
  expect(large?.camera.maxBitrate).toBeGreaterThan(300_000);
});

test('a screen comes before faces, sharp, with fewer frames', () => {
  const all = { width: 1920, height: 1080 };
  const sending: Sending = { camera, screen, sounds: 1 };
  const [layers] = layersOf([viewer('a', { camera: tile, screen: all })], sending, 700_000);
  expect(layers?.screen).toMatchObject({ active: true, scaleResolutionDownBy: 1, maxFramerate: 5 });
  expect(layers?.camera.active).toBe(false);
});

test('a peer that little gets through to is sent little, and the others notice nothing', () => {
  const free = layersOf([viewer('a', { camera: tile }), viewer('b', { camera: tile })]);
  const [narrow, wide] = layersOf([
    viewer('a', { camera: tile }, 150_000),
    viewer('b', { camera: tile }),
  ]);
  expect(narrow?.grantedBps).toBeLessThanOrEqual(150_000);
  expect(narrow?.camera.maxBitrate).toBeGreaterThan(80_000);
  expect(wide).toEqual(free[1]);
});

test('a peer that nothing but speech gets through to is sent the smallest picture', () => {
  const [layers] = layersOf([viewer('a', { camera: tile }, 60_000)]);
  expect(layers?.camera).toMatchObject({ active: true, maxBitrate: 40_000 });
});

test('with the least that a connection gets, whatever sound there is, there is a picture', () => {
  for (const sounds of [1, 2]) {
    const sending: Sending = { camera, screen: null, sounds };
    const viewers = ['a', 'b', 'c'].map((name) => viewer(name, { camera: tile }));
    for (const layers of layersOf(viewers, sending, 3 * leastBpsOf(sending)))
      expect(layers.camera.active, `${sounds}`).toBe(true);
  }
});

test('where nothing but speech gets through to anybody no picture is sent', () => {
  const [layers] = layersOf([viewer('a', { camera: tile })], face, 60_000);
  expect(layers).toMatchObject({ camera: noLayer, grantedBps: soundBps });
  expect(layers?.wantedBps).toBeGreaterThan(200_000);
});
