import { expect, test } from 'vitest';
import { peerIdFrom } from '../../protocol/ids.ts';
import { type Member, admitsSocket, socketsBeyondSeats } from './roster.ts';
import type { Seat } from './seats.ts';

const capacity = 3;
const peer = (seed: number) => peerIdFrom(new Uint8Array(16).fill(seed));

function setup() {
  const crowd = Array.from({ length: capacity + socketsBeyondSeats }, (_, seed): Member => ({
    peer: peer(seed),
    lastHeardMs: 0,
  }));
  const [first] = crowd;
  if (!first) throw new Error('a crowd has a first');
  return { crowd, first, stranger: peer(31) };
}

test('[R9] a room takes so many sockets and not one more', () => {
  const { crowd, stranger } = setup();
  const room = { seats: [], capacity };
  expect(admitsSocket(stranger, { ...room, roster: crowd.slice(1) })).toBe(true);
  expect(admitsSocket(stranger, { ...room, roster: crowd })).toBe(false);
});

test('[R9] a socket that will replace another takes no place', () => {
  const { crowd, first } = setup();
  expect(admitsSocket(first.peer, { roster: crowd, seats: [], capacity })).toBe(true);
});

test.each([
  ['away', true],
  ['lost', false],
] as const)('[R9] whether a crowded room admits an owner whose seat is %s: %s', (standing, is) => {
  const { crowd, stranger } = setup();
  const seats: Seat[] = [{ peer: stranger, ticketHash: '', standing, sinceMs: 0 }];
  expect(admitsSocket(stranger, { roster: crowd, seats, capacity })).toBe(is);
});
