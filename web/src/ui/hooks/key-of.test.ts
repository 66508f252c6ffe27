import { expect, test } from 'vitest';
import { keyOf } from './key-of.ts';

test.each([
  ['m', 'KeyM', 'm'],
  ['M', 'KeyM', 'm'],
  ['?', 'Slash', '?'],
  [' ', 'Space', ' '],
  ['Escape', 'Escape', 'escape'],
])('%o from %s is %o', (key, code, expected) => {
  expect(keyOf({ key, code })).toBe(expected);
});

test('a letter that moved on this keyboard is where it is written', () => {
  expect(keyOf({ key: 'm', code: 'Semicolon' })).toBe('m');
});

test('a keyboard of another script has its letters where others have theirs', () => {
  expect(keyOf({ key: 'ь', code: 'KeyM' })).toBe('m');
  expect(keyOf({ key: 'Process', code: 'KeyV' })).toBe('v');
});
