import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../../protocol/ids.ts';
import { tint } from './tint.ts';

const seeds = Array.from({ length: 32 }, (_, byte) =>
  peerIdFrom(new Uint8Array(16).fill(byte, 15)),
);

test('people spread over all colours', () => {
  expect(new Set(seeds.map(tint)).size).toBe(12);
});

test('whoever has no id yet has a colour, too', () => {
  expect(tint(undefined)).toBe('tint-0');
});
