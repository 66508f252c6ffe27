import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Ana', 'A'],
  ['ana maria lópez', 'AL'],
  ['  Ben  ', 'B'],
  ['李小龙', '李'],
  ['🦊 fox', '🦊F'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
