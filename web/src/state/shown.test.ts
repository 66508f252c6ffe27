import { expect, test } from 'vitest';
import type { Size } from '../../../protocol/peer-status.ts';
import { shownChange } from './shown.ts';
import { unseen } from './testing/unseen.ts';

const size = (width: number, height: number): Size => ({ width, height });
const face = (camera: Size | null) => ({ camera, screen: null });

test.each([
  ['nothing that is still not seen', face(null), face(null), 'none'],
  ['a picture that comes', face(null), face(size(320, 180)), 'appears'],
  ['a picture that goes', face(size(320, 180)), face(null), 'shrinks'],
  ['a larger picture', face(size(320, 180)), face(size(640, 360)), 'grows'],
  ['a smaller picture', face(size(640, 360)), face(size(320, 180)), 'shrinks'],
  ['a picture turned upright', face(size(640, 360)), face(size(360, 640)), 'grows'],
  ['a picture that is rounded another way', face(size(640, 360)), face(size(642, 361)), 'none'],
] as const)('%s is told so', (...[, before, now, change]) => {
  expect(shownChange(before, now)).toBe(change);
});

test('what comes is more urgent than what goes', () => {
  const before = { camera: size(640, 360), screen: null };
  expect(shownChange(before, { camera: null, screen: size(1280, 720) })).toBe('appears');
});

test('that nothing is seen is news to whoever has been told nothing', () => {
  expect(shownChange(undefined, unseen)).toBe('shrinks');
});
