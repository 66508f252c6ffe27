import { expect, test } from 'vitest';
import type { Source } from './picture.ts';
import { wantedLayer } from './picture.ts';
import { type Relief, type Strain, nextRelief, noRelief, relieved } from './relief.ts';

const camera: Source = { width: 1280, height: 720, framesPerSecond: 30, spares: 'sharpness' };

function strain(share: number, others: Partial<Strain> = {}): Strain {
  const load = { encoding: { share, frameMs: 5 }, decoding: null };
  return { loads: [load, load], isProcessorBusy: false, processors: 2, ...others };
}

function after(looks: number, each: Strain, relief = noRelief): Relief {
  return Array.from({ length: looks }).reduce<Relief>((last) => nextRelief(last, each), relief);
}

test('work that leaves time for other things is left as it is', () => {
  expect(after(20, strain(0.15)).step).toBe(0);
});

test('as long as pictures take too much of the processor they are made cheaper', () => {
  expect([2, 4, 6, 18].map((looks) => after(looks, strain(0.5)).step)).toEqual([1, 2, 3, 3]);
});

test('one look is no reason', () => {
  const once = after(1, strain(0.5));
  expect(once.step).toBe(0);
  expect(after(1, strain(0.5), after(1, strain(0.15), once)).step).toBe(0);
});

test('the same work is little for a machine with many processors', () => {
  expect(after(6, strain(0.5, { processors: 16 })).step).toBe(0);
});

test('a processor that is busy for other reasons is relieved, too', () => {
  expect(after(2, strain(0.01, { isProcessorBusy: true })).step).toBe(1);
});

test('it is tried again when there was little work for a while, step by step', () => {
  const relief: Relief = { ...noRelief, step: 2 };
  expect(after(9, strain(0.02), relief).step).toBe(2);
  expect(after(10, strain(0.02), relief).step).toBe(1);
  expect(after(20, strain(0.02), relief).step).toBe(0);
  expect(after(40, strain(0.15), relief).step).toBe(2);
});

test('first there are fewer frames, at last smaller pictures', () => {
  const layerAt = (step: number) => {
    const source = relieved(camera, { step });
    return wantedLayer(source, { width: 640, height: 360 }, 'cover');
  };
  expect([0, 1, 2, 3].map((step) => layerAt(step).maxFramerate)).toEqual([24, 15, 10, 10]);
  expect([0, 1, 2, 3].map((step) => layerAt(step).scaleResolutionDownBy)).toEqual([2, 2, 2, 3]);
});

test('a text keeps its letters', () => {
  const text: Source = { width: 1920, height: 1080, framesPerSecond: 30, spares: 'frames' };
  const source = relieved(text, { step: 3 });
  const layer = wantedLayer(source, { width: 1920, height: 1080 }, 'contain');
  expect(layer).toMatchObject({ scaleResolutionDownBy: 1, maxFramerate: 10 });
});
