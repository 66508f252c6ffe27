import { expect, test } from 'vitest';
import { internalRangeOf, internalRanges, isInternal } from './internal-range.ts';

test('each range that turnserver.conf denies is known, with an address inside it', () => {
  expect(internalRanges).toHaveLength(26);
  for (const range of internalRanges) expect(internalRangeOf(range.sample)).toBe(range);
});

test('of the link-local addresses, it asks for the one where clouds keep passwords', () => {
  expect(internalRanges.map(({ sample }) => sample)).toContain('169.254.169.254');
});

test.each([
  '10.0.0.1',
  '127.0.0.1',
  '192.168.1.1',
  '::',
  '::1',
  'fe80::1',
  'fd00::1',
  '::ffff:8.8.8.8',
])('%s is not of the public internet', (address) => expect(isInternal(address)).toBe(true));

test.each(['1.1.1.1', '9.255.255.255', '11.0.0.0', '172.32.0.0', '2606:4700::1111', '2a00::1'])(
  '%s is of the public internet',
  (address) => expect(isInternal(address)).toBe(false),
);
