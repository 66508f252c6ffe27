import { expect, test } from 'vitest';
import type { Spec } from './browsers.ts';
import { faultTable } from './fault-table.ts';

function spec(status: Spec['tests'][number]['status'], ...figures: readonly object[]): Spec {
  const annotations = figures.map((figure) => ({
    type: 'figure',
    description: JSON.stringify(figure),
  }));
  return { title: 'the relay dies', tags: [], tests: [{ status, annotations }] };
}

const back = { what: 'until it is back', figure: 9_240, atMost: 12_000, unit: 'ms' };
const tiles = { what: 'tiles that went away', figure: 1, atMost: 0, unit: 'times' };

/** Every line after the head, with single spaces. */
function rows(...specs: readonly Spec[]): string[] {
  const lines = faultTable(specs).split('\n').slice(2);
  return lines.map((line) => line.replaceAll(/ +/g, ' '));
}

test('each figure has a row with its own verdict, and a fault is named once', () => {
  expect(rows(spec('unexpected', back, tiles))).toEqual([
    '| the relay dies | until it is back | 9.2 s | 12.0 s | holds |',
    '| | tiles that went away | 1 | 0 | fails |',
  ]);
});

test('a test that fails for another reason than its figures is not left out', () => {
  expect(rows(spec('unexpected', back)).at(-1)).toBe(
    '| | all else the test asks for | | | fails |',
  );
  expect(rows(spec('unexpected'))).toEqual([
    '| the relay dies | all else the test asks for | | | fails |',
  ]);
});

test('what was not run is no success', () => {
  expect(rows(spec('skipped'))).toEqual(['| the relay dies | | | | not run |']);
});
