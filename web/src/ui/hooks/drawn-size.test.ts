import { expect, test } from 'vitest';
import { drawnSize } from './drawn-size.ts';

const wide = { width: 1280, height: 720 };

test('a picture that covers its box is as large as it would be with what is cropped', () => {
  expect(drawnSize({ width: 300, height: 300 }, wide, 'cover').height).toBe(300);
  expect(drawnSize({ width: 300, height: 300 }, wide, 'cover').width).toBeCloseTo(533.3, 1);
});

test('a picture that is shown whole is no larger than its box', () => {
  expect(drawnSize({ width: 320, height: 320 }, wide, 'contain')).toEqual({
    width: 320,
    height: 180,
  });
});

test('a picture that has not come yet is taken to be as large as its box', () => {
  const box = { width: 300, height: 200 };
  expect(drawnSize(box, { width: 0, height: 0 }, 'cover')).toEqual(box);
});
