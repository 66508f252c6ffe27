import { describe, expect, test } from 'vitest';
import { tileLayout } from './tile-layout.ts';

const desktop = { width: 1264, height: 700, gap: 8, aspect: { narrowest: 4 / 3, widest: 16 / 9 } };
const phone = { width: 374, height: 690, gap: 8, aspect: { narrowest: 9 / 16, widest: 16 / 9 } };
const counts = Array.from({ length: 12 }, (_, index) => index + 1);

describe('the number of columns and rows', () => {
  test.each([
    [1, '1x1'],
    [2, '2x1'],
    [3, '2x2'],
    [4, '2x2'],
    [5, '3x2'],
    [7, '3x3'],
    [12, '4x3'],
  ])('%i tiles on a desktop stand %s', (count, shape) => {
    const { columns, rows } = tileLayout({ ...desktop, count });
    expect(`${columns}x${rows}`).toBe(shape);
  });

  test.each([
    [1, '1x1'],
    [2, '1x2'],
    [3, '1x3'],
    [4, '2x2'],
    [12, '2x6'],
  ])('%i tiles on a phone stand %s', (count, shape) => {
    const { columns, rows } = tileLayout({ ...phone, count });
    expect(`${columns}x${rows}`).toBe(shape);
  });
});

describe('whatever the window', () => {
  const areas = [desktop, phone, { ...desktop, width: 1800, height: 180 }];
  const cases = areas.flatMap((area) => counts.map((count) => [count, area] as const));

  test.each(cases)('%i tiles fit into %o', (count, area) => {
    const { columns, rows, tileWidth, tileHeight } = tileLayout({ ...area, count });
    expect(columns * rows).toBeGreaterThanOrEqual(count);
    expect(columns * tileWidth + (columns - 1) * area.gap).toBeLessThanOrEqual(area.width);
    expect(rows * tileHeight + (rows - 1) * area.gap).toBeLessThanOrEqual(area.height);
  });

  test.each(cases)('%i tiles in %o keep a permitted shape', (count, area) => {
    const { tileWidth, tileHeight } = tileLayout({ ...area, count });
    // Sizes are whole pixels, so a shape may be off by one of them.
    expect((tileWidth + 1) / tileHeight).toBeGreaterThanOrEqual(area.aspect.narrowest);
    expect(tileWidth / (tileHeight + 1)).toBeLessThanOrEqual(area.aspect.widest);
  });
});

test('a space that is not measured yet gives tiles of no size', () => {
  const layout = tileLayout({ ...desktop, count: 3, width: 0, height: 0 });
  expect(layout).toMatchObject({ tileWidth: 0, tileHeight: 0 });
});
