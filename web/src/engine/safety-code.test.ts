import { expect, test } from 'vitest';
import { safetyCodeOf } from './safety-code.ts';

const ana = 'AA:01';
const ben = 'BB:02';

test('[S6] everyone sees the same signs, in whatever order they met', async () => {
  const seenByAna = await safetyCodeOf(crypto, [ana, ben]);
  expect(await safetyCodeOf(crypto, [ben, ana, ben])).toEqual(seenByAna);
  // Computed once by another implementation of PBKDF2.
  expect(seenByAna).toEqual([36, 57, 3, 50, 56, 15, 61, 20]);
});

test('[S6] with anyone else they are others', async () => {
  const usual = await safetyCodeOf(crypto, [ana, ben]);
  expect(await safetyCodeOf(crypto, [ana])).not.toEqual(usual);
  expect(await safetyCodeOf(crypto, [ana, 'BB:03'])).not.toEqual(usual);
});
