import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

/** Dark squares are letters. */
const rows = (...drawn: string[]) => drawn.map((row) => Array.from(row, (sign) => sign !== ' '));

test('squares side by side are one stroke', () => {
  expect(qrPath(rows('xxx'))).toBe('M0 0h3v1h-3z');
});

test('squares apart are two, each in its place', () => {
  expect(qrPath(rows('x xx', ' x'))).toBe('M0 0h1v1h-1zM2 0h2v1h-2zM1 1h1v1h-1z');
});

test('where all is light there is nothing', () => {
  expect(qrPath(rows('   '))).toBe('');
});
