import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { away, emptyRoom, lost, memberOf, ownerOf, present } from '../test/owners.ts';
import { dismiss, end, refuseFrame, relay } from './relay.ts';

/** Alice is seated and Bob's seat is away; the visitor's was lost, and the stranger has no socket. */
function setup() {
  const [alice, bob, visitor, stranger] = [1, 2, 3, 4].map((seed) => memberOf(ownerOf(seed)));
  if (!alice || !bob || !visitor || !stranger) throw new Error('there are four of them');
  const seats = {
    alice: present(ownerOf(1)),
    bob: away(ownerOf(2), 7),
    visitor: lost(ownerOf(3), 5),
  };
  const room = { ...emptyRoom, roster: [alice, visitor], seats: Object.values(seats) };
  return { alice, bob, visitor, stranger, seats, room };
}

const refused = (reason: string, { peer }: { peer: string }) => [
  { type: 'deliver', to: peer, message: { type: 'refused', reason } },
];

test('[R5] a visitor who joins is seated, answered and announced, in that order', () => {
  const { visitor, seats, room } = setup();
  expect(relay({ type: 'join' }, visitor, room)).toEqual([
    {
      type: 'keep',
      change: { seats: [seats.alice, seats.bob, present(ownerOf(3))] },
    },
    { type: 'deliver', to: visitor.peer, message: { type: 'joined' } },
    { type: 'announce', message: { type: 'peer-joined', id: visitor.peer, role: 'guest' } },
  ]);
});

test('[R5] whoever is seated can not join again', () => {
  const { alice, room } = setup();
  expect(relay({ type: 'join' }, alice, room)).toEqual(refused('already-joined', alice));
});

test('[R5] a full room seats nobody, and a seat that is away counts', () => {
  const { visitor, room } = setup();
  const full = { ...room, capacity: 2 };
  expect(relay({ type: 'join' }, visitor, full)).toEqual(refused('room-full', visitor));
});

test('[R2] a signal carries the id of whose socket brought it', () => {
  const { alice, visitor, room } = setup();
  for (const [from, to] of [
    [alice, visitor],
    [visitor, alice],
  ] as const) {
    expect(relay({ type: 'signal', to: to.peer, payload: 'x' }, from, room)).toEqual([
      {
        type: 'deliver',
        to: to.peer,
        message: { type: 'signal', from: from.peer, payload: 'x' },
      },
    ]);
  }
});

test('[R3] a signal to nobody here, or to oneself, is refused', () => {
  const { alice, stranger, room } = setup();
  for (const { peer } of [stranger, alice]) {
    expect(relay({ type: 'signal', to: peer, payload: 'x' }, alice, room)).toEqual(
      refused('unknown-recipient', alice),
    );
  }
});

test('[R3] a signal to a seat that is away is refused by that name', () => {
  const { alice, bob, room } = setup();
  expect(relay({ type: 'signal', to: bob.peer, payload: 'x' }, alice, room)).toEqual(
    refused('recipient-away', alice),
  );
});

test('[R6] bye gives the seat back, says so and closes the socket', () => {
  const { alice, seats, room } = setup();
  expect(relay({ type: 'bye' }, alice, room)).toEqual([
    { type: 'keep', change: { seats: [seats.bob, seats.visitor] } },
    { type: 'announce', message: { type: 'peer-left', id: alice.peer, reason: 'left' } },
    { type: 'close', peer: alice.peer, code: 1000, reason: 'bye' },
  ]);
});

test.each([1000, 1001])('[R6] a socket closed with %i gives the seat back and says so', (code) => {
  const { alice, seats, room } = setup();
  const closed = { ...room, roster: [] };
  expect(end(alice, code, closed)).toEqual([
    { type: 'keep', change: { seats: [seats.bob, seats.visitor] } },
    { type: 'announce', message: { type: 'peer-left', id: alice.peer, reason: 'left' } },
  ]);
});

test.each([1005, 1006, 4000])('[R12] a socket closed with %i is no departure', (code) => {
  const { alice, room } = setup();
  expect(end(alice, code, { ...room, roster: [] })).toEqual([]);
});

test('[R14] the end of an old socket is nothing to a peer that is here', () => {
  const { alice, room } = setup();
  expect(end(alice, 1001, room)).toEqual([]);
});

test('[R4] nobody hears that a visitor left, and what is remembered of one goes', () => {
  const { visitor, stranger, seats, room } = setup();
  const closed = { ...room, roster: [] };
  expect(end(stranger, 1000, closed)).toEqual([]);
  expect(end(visitor, 1000, closed)).toEqual([
    { type: 'keep', change: { seats: [seats.alice, seats.bob] } },
  ]);
});

test.each(['malformed', 'unknown-type', 'invalid'] as const)(
  '[R1] a frame that is %s is refused by that name',
  (failure) => {
    const { alice, room } = setup();
    expect(refuseFrame(failure, alice, room)).toEqual(refused(failure, alice));
  },
);

test('[R7] a frame too large ends its socket and its seat, and the others hear it', () => {
  const { alice, seats, room } = setup();
  const effects = dismiss('frameTooLarge', alice, room);
  expect(refuseFrame('too-large', alice, room)).toEqual(effects);
  expect(effects).toEqual([
    { type: 'keep', change: { seats: [seats.bob, seats.visitor] } },
    { type: 'announce', message: { type: 'peer-left', id: alice.peer, reason: 'lost' } },
    {
      type: 'close',
      peer: alice.peer,
      code: closeCodes.frameTooLarge,
      reason: 'frameTooLarge',
    },
  ]);
});
