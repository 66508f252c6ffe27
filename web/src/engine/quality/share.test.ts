import { expect, test } from 'vitest';
import { share } from './share.ts';

test('everyone gets what they want while there is enough', () => {
  expect(share(100, [10, 50, 20])).toEqual([10, 50, 20]);
});

test('whoever wants little gets it, the others get equal parts of the rest', () => {
  expect(share(100, [80, 10, 70])).toEqual([45, 10, 45]);
});

test('of nothing, and of less than nothing, everyone gets nothing', () => {
  expect(share(0, [1, 2])).toEqual([0, 0]);
  expect(share(-5, [1, 2])).toEqual([0, 0]);
  expect(share(5, [])).toEqual([]);
});
