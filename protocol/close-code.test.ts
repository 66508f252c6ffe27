import { expect, test } from 'vitest';
import { closeCodes, closeReason } from './close-code.ts';

test('every close code is of the private range, and no two are the same', () => {
  const codes = Object.values(closeCodes);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code >= 4000 && code <= 4999).toBe(true);
});

test('a close code is read back as its reason, and a foreign one as none', () => {
  expect(closeReason(closeCodes.unknownRoom)).toBe('unknownRoom');
  expect(closeReason(1006)).toBeUndefined();
});
