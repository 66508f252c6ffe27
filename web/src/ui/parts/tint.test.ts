import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../../protocol/ids.ts';
import { tint } from './tint.ts';

const seeds = Array.from({ length: 32 }, (_, byte) =>
  peerIdFrom(new Uint8Array(16).fill(byte, 15)),
);

test('nobody else has the colour one has oneself', () => {
  expect(seeds.map(tint)).not.toContain(tint(''));
});

test('people spread over all other colours', () => {
  expect(new Set(seeds.map(tint)).size).toBe(11);
});
