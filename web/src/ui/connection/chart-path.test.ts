import { expect, test } from 'vitest';
import { chartPaths } from './chart-path.ts';

const scale = { most: 5, ceiling: 100 };

test('the newest value is at the right, and the ceiling at the top', () => {
  expect(chartPaths([0, 50, 100], scale).line).toBe('M60 24L90 12L120 0');
});

test('what is more than the ceiling becomes the ceiling', () => {
  expect(chartPaths([100, 200], scale).line).toBe('M90 12L120 0');
});

test('the line is broken where nothing is known', () => {
  expect(chartPaths([100, null, 0, 0], scale).line).toBe('M30 0M90 24L120 24');
});

test('what is below the line ends at the floor', () => {
  expect(chartPaths([50, 100, null, 0], scale).area).toBe(
    'M30 12L60 0L60 24L30 24ZM120 24L120 24L120 24Z',
  );
});

test('there is no line through nothing', () => {
  expect(chartPaths([], scale)).toEqual({ line: '', area: '' });
  expect(chartPaths([null], scale)).toEqual({ line: '', area: '' });
});
