import { describe, expect, test } from 'vitest';
import { peerIdFrom } from '../../../../protocol/ids.ts';
import { type Arrangement, type ShownId, faceOf, screenOf } from './arrange.ts';
import { type Place, type View, nearestCorner, place } from './place.ts';

const peer = (seed: number) => peerIdFrom(new Uint8Array(16).fill(seed));
const faces = Array.from({ length: 12 }, (_, index) => faceOf(peer(index + 1)));
const screens = [screenOf(peer(1)), screenOf(peer(2))];

const views = {
  desktop: { width: 1264, height: 700, corner: 'bottom-right' },
  tablet: { width: 804, height: 1080, corner: 'bottom-right' },
  phone: { width: 374, height: 740, corner: 'bottom-right' },
  'small phone': { width: 304, height: 540, corner: 'bottom-right' },
  'phone on its side': { width: 760, height: 374, corner: 'bottom-right' },
} satisfies Record<string, View>;

const equal = (count: number): Arrangement => ({
  stage: faces.slice(0, count),
  strip: [],
  floatsSelf: false,
});
const staged = (stage: readonly ShownId[], inStrip: number): Arrangement => ({
  stage,
  strip: faces.slice(0, inStrip),
  floatsSelf: false,
});

const arrangements = [
  ...[1, 2, 3, 5, 12].map((count) => [`${count} equal`, equal(count)] as const),
  ...[1, 3, 6, 12].map(
    (count) => [`a screen and ${count}`, staged(screens.slice(0, 1), count)] as const,
  ),
  ['two screens and 4', staged(screens, 4)] as const,
];

describe.each(Object.entries(views))('on a %s', (_, view) => {
  test.each(arrangements)(
    '%s: none lies on another, and each is somewhere',
    (_name, arrangement) => {
      const { places, size } = place(arrangement, view);
      const all = [...places.values()];
      expect(all).toHaveLength(arrangement.stage.length + arrangement.strip.length);
      for (const [index, one] of all.entries()) {
        expect(one.left).toBeGreaterThanOrEqual(0);
        expect(one.top).toBeGreaterThanOrEqual(0);
        expect(one.left + one.width).toBeLessThanOrEqual(size.width);
        expect(one.top + one.height).toBeLessThanOrEqual(size.height);
        for (const other of all.slice(index + 1)) expect(overlap(one, other)).toBe(false);
      }
    },
  );

  test.each(arrangements)(
    '%s: what is on the stage never has to be scrolled to',
    (_name, arrangement) => {
      for (const { at, left, top, width, height } of place(arrangement, view).places.values()) {
        if (at !== 'stage') continue;
        expect(left + width).toBeLessThanOrEqual(view.width);
        expect(top + height).toBeLessThanOrEqual(view.height);
      }
    },
  );

  test.each(arrangements)('%s: the stage gets more than the strip', (_name, arrangement) => {
    const areaAt = (at: Place['at']) =>
      Math.max(
        0,
        ...[...place(arrangement, view).places.values()]
          .filter((each) => each.at === at)
          .map(({ width, height }) => width * height),
      );
    expect(areaAt('stage')).toBeGreaterThan(2 * areaAt('strip'));
  });

  test.each(['top-left', 'top-right', 'bottom-right', 'bottom-left'] as const)(
    'one’s own picture lies within the view at %s, and small',
    (corner) => {
      const { places } = place({ ...equal(1), floatsSelf: true }, { ...view, corner });
      const self = places.get('self');
      if (!self) throw new Error('it floats');
      const middle = { x: self.left + self.width / 2, y: self.top + self.height / 2 };
      expect(nearestCorner(middle, view)).toBe(corner);
      expect(self.left).toBeGreaterThan(0);
      expect(self.left + self.width).toBeLessThan(view.width);
      expect(self.top + self.height).toBeLessThan(view.height);
      expect(self.width * self.height).toBeLessThan(0.1 * view.width * view.height);
    },
  );
});

test('one’s own picture lies on the others’, also where they do not fill the view', () => {
  const view: View = { width: 924, height: 720, corner: 'bottom-right' };
  const { places } = place({ ...equal(1), floatsSelf: true }, view);
  const [below, self] = [...places.values()];
  if (!below || !self) throw new Error('there are two');
  expect(below.top).toBeGreaterThan(10);
  expect(below.top + below.height - (self.top + self.height)).toBe(12);
});

test('a row that is not full stands in the middle', () => {
  const { places } = place(equal(5), views.desktop);
  const [first, , , fourth, fifth] = [...places.values()];
  if (!first || !fourth || !fifth) throw new Error('there are five');
  expect(fourth.top).toBeGreaterThan(first.top);
  const leftOver = views.desktop.width - (fifth.left + fifth.width);
  expect(Math.abs(fourth.left - leftOver)).toBeLessThanOrEqual(1);
});

test('more than six people on a phone scroll sideways below the stage, and stay large enough', () => {
  const { places, size } = place(staged(screens.slice(0, 1), 8), views.phone);
  expect(size.width).toBeGreaterThan(views.phone.width);
  expect(size.height).toBe(views.phone.height);
  for (const { width } of places.values()) expect(width).toBeGreaterThanOrEqual(96);
});

test('six people on a phone need no scrolling', () => {
  const { size } = place(staged(screens.slice(0, 1), 6), views.phone);
  expect(size.width).toBe(views.phone.width);
});

test('many people beside a screen scroll up and down', () => {
  const { size } = place(staged(screens.slice(0, 1), 12), views['phone on its side']);
  expect(size.width).toBe(views['phone on its side'].width);
  expect(size.height).toBeGreaterThan(views['phone on its side'].height);
});

test('a view that is not measured yet has pictures of no size', () => {
  const { places } = place(equal(2), { width: 0, height: 0, corner: 'top-left' });
  for (const { width, height } of places.values()) expect([width, height]).toEqual([0, 0]);
});

function overlap(a: Place, b: Place): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}
