import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Ana', 'A'],
  ['ana maria lópez', 'AL'],
  ['  Ben  ', 'B'],
  ['李小龙', '李'],
  ['🦊 fox', '🦊F'],
  ['🇨🇭 Reto', '🇨🇭R'],
  ['👩\u200d👩\u200d👧', '👩\u200d👩\u200d👧'],
  ['e\u0301mile', 'E\u0301'],
  ['\u200bAna \u200b', 'A'],
  ['\u200b', ''],
  ['', ''],
])('the initials of "%s" are "%s"', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
