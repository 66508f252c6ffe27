import { expect, test } from 'vitest';
import { isSame } from './hmac.ts';

test.each([
  ['', '', true],
  ['abcd', 'abcd', true],
  ['abcd', 'abce', false],
  ['abcd', 'abc', false],
  ['', 'a', false],
  ['é', 'e\u0301', false],
])('whether %j is the same as %j: %s', async (left, right, is) => {
  expect(await isSame(left, right)).toBe(is);
});
