import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import { type Corner, type Direction, LayoutModel, type PictureId } from './layout-model.ts';
import { fakeServices } from './testing/fake-services.ts';

const idOf = (seed: number) => peerIdFrom(new Uint8Array(16).fill(seed));
const face = (seed: number): PictureId => `face ${idOf(seed)}`;
const [ana, ben, cleo] = [face(1), face(2), face(3)];

function setup() {
  const { preferences } = fakeServices('/');
  const pictured = signal([1, 2, 3].map((seed) => ({ id: idOf(seed), screen: null })));
  return { preferences, pictured, layout: new LayoutModel(preferences, pictured) };
}

test('what is pinned once more is pinned no longer', () => {
  const { layout } = setup();
  layout.togglePin(ana);
  expect(layout.pins.value).toEqual([ana]);
  layout.togglePin(ana);
  expect(layout.pins.value).toEqual([]);
});

test('two can be pinned; a third takes the place of the first', () => {
  const { layout } = setup();
  for (const id of [ana, ben, cleo]) layout.togglePin(id);
  expect(layout.pins.value).toEqual([ben, cleo]);
});

test('whoever left, and a screen that is shared no more, take no place from others', () => {
  const { layout, pictured } = setup();
  layout.togglePin(ben);
  layout.togglePin(ana);
  pictured.value = pictured.value.slice(1);
  layout.togglePin(cleo);
  expect(layout.pins.value).toEqual([ben, cleo]);
  layout.togglePin(ben);
  layout.togglePin(`screen ${idOf(2)}`);
  layout.togglePin(ben);
  expect(layout.pins.value).toEqual([cleo, ben]);
});

test('another layout lets go of what was pinned, and is remembered', () => {
  const { layout, preferences, pictured } = setup();
  layout.togglePin(ana);
  layout.toggleMode();
  expect(layout.mode.value).toBe('speaker');
  expect(layout.pins.value).toEqual([]);
  expect(new LayoutModel(preferences, pictured).mode.value).toBe('speaker');
});

test.each<[Corner, Direction, Corner]>([
  ['bottom-right', 'up', 'top-right'],
  ['bottom-right', 'left', 'bottom-left'],
  ['bottom-right', 'down', 'bottom-right'],
  ['top-left', 'right', 'top-right'],
  ['top-left', 'down', 'bottom-left'],
  ['top-left', 'left', 'top-left'],
])('from the corner at %s, %s leads to %s', (from, direction, to) => {
  const { layout } = setup();
  layout.moveTo(from);
  layout.moveTowards(direction);
  expect(layout.corner.value).toBe(to);
});

test('the next corner after the last is the first', () => {
  const { layout } = setup();
  layout.moveTo('bottom-left');
  layout.moveOn();
  expect(layout.corner.value).toBe('top-left');
});

test('the corner, and whether one wants to see oneself at all, are remembered', () => {
  const { layout, preferences, pictured } = setup();
  layout.moveTo('top-left');
  layout.toggleSelf();
  const next = new LayoutModel(preferences, pictured);
  expect(next.corner.value).toBe('top-left');
  expect(next.hidesSelf.value).toBe(true);
  next.toggleSelf();
  expect(preferences.load().hidesSelf).toBe(false);
});
