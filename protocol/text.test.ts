import { expect, test } from 'vitest';
import { cleanLine, cleanText } from './text.ts';

test.each([
  ['Ana\u202egro.live', 'Anagro.live'],
  ['\u2066Ben\u2069', 'Ben'],
  ['\u200fCleo\u061c', 'Cleo'],
  ['D\0a\u0007n\u001b[31m', 'Dan[31m'],
  ['E\u200bv\u2060a\ufeff', 'Eva'],
  ['  Fay \n\t Gus\u2028Hal ', 'Fay Gus Hal'],
])('[S8] %j is shown on one line as %j', (written, shown) => {
  expect(cleanLine(written)).toBe(shown);
});

test.each(['👩‍👩‍👧', '🏳️‍🌈', 'می‌خواهم', 'क्‍ष', 'Zoë', '李雷', 'שלום'])(
  '[S8] %s stays as it is',
  (text) => {
    expect(cleanLine(text)).toBe(text);
  },
);

test('[S8] a text keeps its lines, however they are broken', () => {
  expect(cleanText('a\r\nb\rc\u2028d\x85e\n\n\tf')).toBe('a\nb\nc\nd\ne\n\n\tf');
});
