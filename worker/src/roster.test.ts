import { expect, test } from 'vitest';
import { peerIdFrom } from '../../protocol/ids.ts';
import {
  type Member,
  admitsSocket,
  hasFreeSeat,
  seatedPeers,
  socketsBeyondSeats,
} from './roster.ts';

const members = (count: number, presence: Member['presence']): Member[] =>
  Array.from({ length: count }, (_, index) => ({
    peer: peerIdFrom(new Uint8Array(16).fill(index)),
    presence,
  }));

test('[R4] a visitor is not among the seated', () => {
  const [seated, visitor] = members(2, 'seated');
  if (!seated || !visitor) throw new Error('two members were made');
  expect(seatedPeers([{ ...visitor, presence: 'visiting' }, seated])).toEqual([seated.peer]);
});

test('[R5] visitors take no seat', () => {
  expect(hasFreeSeat([...members(2, 'seated'), ...members(9, 'visiting')], 3)).toBe(true);
  expect(hasFreeSeat(members(3, 'seated'), 3)).toBe(false);
});

test('[R9] visitors and seated peers together fill the lobby', () => {
  const crowd = [...members(3, 'seated'), ...members(socketsBeyondSeats - 1, 'visiting')];
  expect(admitsSocket(crowd, 3)).toBe(true);
  expect(admitsSocket([...crowd, ...members(1, 'visiting')], 3)).toBe(false);
});
