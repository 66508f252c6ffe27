import { expect, test } from 'vitest';
import { away, emptyRoom, lost, memberOf, ownerOf } from '../test/owners.ts';
import { nothingDecided } from './decisions.ts';
import { reasonToTurnAway, socketsBeyondSeats, waitingIn } from './roster.ts';
import * as v from 'valibot';
import { BrowserToken } from '../../protocol/credential.ts';

const browser = v.parse(BrowserToken, 'b'.repeat(43));

function setup() {
  const crowd = Array.from({ length: emptyRoom.capacity + socketsBeyondSeats }, (_, seed) =>
    memberOf(ownerOf(seed)),
  );
  const [first] = crowd;
  if (!first) throw new Error('a crowd has a first');
  return { crowded: { ...emptyRoom, roster: crowd }, first, stranger: ownerOf(31) };
}

test('[R9] a room takes so many sockets and not one more', () => {
  const { crowded, stranger } = setup();
  const less = { ...crowded, roster: crowded.roster.slice(1) };
  expect(reasonToTurnAway(stranger, less)).toBeUndefined();
  expect(reasonToTurnAway(stranger, crowded)).toBe('roomFull');
});

test('[R9] a socket that will replace another takes no place', () => {
  const { crowded, first } = setup();
  expect(reasonToTurnAway(first, crowded)).toBeUndefined();
});

test('[R9] a crowd is not in the way of whoever has a seat, only of whoever had one', () => {
  const { crowded, stranger } = setup();
  expect(reasonToTurnAway(stranger, { ...crowded, seats: [away(stranger)] })).toBeUndefined();
  expect(reasonToTurnAway(stranger, { ...crowded, seats: [lost(stranger)] })).toBe('roomFull');
});

test('[H1] neither a crowd nor a removal is in the way of a host', () => {
  const { crowded } = setup();
  const decisions = { ...nothingDecided, removed: [browser] };
  const host = ownerOf(31, { role: 'host', browser });
  expect(reasonToTurnAway(host, { ...crowded, decisions })).toBeUndefined();
});

test('[H6] a browser that was removed is turned away, and no other', () => {
  const room = { ...emptyRoom, decisions: { ...nothingDecided, removed: [browser] } };
  expect(reasonToTurnAway(ownerOf(1, { browser }), room)).toBe('removed');
  expect(reasonToTurnAway(ownerOf(1), room)).toBeUndefined();
});

test('[H2] those who wait are in the order in which they knocked', () => {
  const at = (seed: number, knockedMs: number | null) => memberOf(ownerOf(seed), { knockedMs });
  const [first, second, third] = [at(1, 5), at(2, 5), at(3, 7)];
  expect(waitingIn([third, at(4, null), first, second])).toEqual([first, second, third]);
});
