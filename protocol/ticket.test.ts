import { expect, test } from 'vitest';
import { peerIdFrom } from './ids.ts';
import { ticketFrom } from './ticket.ts';

const peer = peerIdFrom(new Uint8Array(16));

test('a ticket begins with the peer that it is of', () => {
  expect(ticketFrom(peer, new Uint8Array(26)).startsWith(`${peer}.`)).toBe(true);
});

test('a ticket takes 26 bytes', () => {
  expect(() => ticketFrom(peer, new Uint8Array(16))).toThrow(RangeError);
});
