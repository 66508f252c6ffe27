import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { peerIdFrom } from '../../protocol/ids.ts';
import { arrive, dismiss, end, refuseFrame, relay } from './relay.ts';
import type { Seat } from './seats.ts';

const owner = (seed: number) => ({
  peer: peerIdFrom(new Uint8Array(16).fill(seed)),
  ticketHash: `hash ${seed}`,
});

/** Alice is seated and Bob's seat is away; the visitor's was lost, and the stranger has no socket. */
function setup() {
  const [alice, bob, visitor, stranger] = [owner(1), owner(2), owner(3), owner(4)];
  const seats = {
    alice: { ...alice, standing: 'present' },
    bob: { ...bob, standing: 'away', sinceMs: 7 },
    visitor: { ...visitor, standing: 'lost', sinceMs: 5 },
  } satisfies Record<string, Seat>;
  const room = {
    roster: [alice, visitor].map(({ peer }) => ({ peer, lastHeardMs: 9 })),
    seats: Object.values(seats),
    capacity: 3,
  };
  return { alice, bob, visitor, stranger, seats, room };
}

const refused = (reason: string, { peer }: { peer: string }) => [
  { type: 'deliver', to: peer, message: { type: 'refused', reason } },
];

test('[R5] a visitor who joins is seated, answered and announced, in that order', () => {
  const { visitor, seats, room } = setup();
  expect(relay({ type: 'join' }, visitor, room)).toEqual([
    { type: 'keep', seats: [seats.alice, seats.bob, { ...visitor, standing: 'present' }] },
    { type: 'deliver', to: visitor.peer, message: { type: 'joined' } },
    { type: 'announce', message: { type: 'peer-joined', id: visitor.peer } },
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
    { type: 'keep', seats: [seats.bob, seats.visitor] },
    { type: 'announce', message: { type: 'peer-left', id: alice.peer, reason: 'left' } },
    { type: 'close', peer: alice.peer, code: 1000, reason: 'bye' },
  ]);
});

test.each([1000, 1001])('[R6] a socket closed with %i gives the seat back and says so', (code) => {
  const { alice, seats, room } = setup();
  const closed = { ...room, roster: [] };
  expect(end(alice.peer, code, closed)).toEqual([
    { type: 'keep', seats: [seats.bob, seats.visitor] },
    { type: 'announce', message: { type: 'peer-left', id: alice.peer, reason: 'left' } },
  ]);
});

test.each([1005, 1006, 4000])('[R12] a socket closed with %i is no departure', (code) => {
  const { alice, room } = setup();
  expect(end(alice.peer, code, { ...room, roster: [] })).toEqual([]);
});

test('[R14] the end of an old socket is nothing to a peer that is here', () => {
  const { alice, room } = setup();
  expect(end(alice.peer, 1001, room)).toEqual([]);
});

test('[R4] nobody hears that a visitor left, and what is remembered of one goes', () => {
  const { visitor, stranger, seats, room } = setup();
  const closed = { ...room, roster: [] };
  expect(end(stranger.peer, 1000, closed)).toEqual([]);
  expect(end(visitor.peer, 1000, closed)).toEqual([
    { type: 'keep', seats: [seats.alice, seats.bob] },
  ]);
});

test('[R12] whoever arrives at a seat that was kept takes it up, and the others hear it', () => {
  const { bob, seats, room } = setup();
  const taken = { ...bob, standing: 'present' };
  expect(arrive(bob, room)).toEqual([
    { type: 'keep', seats: [seats.alice, seats.visitor, taken] },
    { type: 'announce', message: { type: 'peer-back', id: bob.peer } },
  ]);
});

test('[R14] whoever arrives again replaces its older socket, and that is all', () => {
  const { alice, visitor, room } = setup();
  for (const again of [alice, visitor]) {
    expect(arrive(again, room)).toEqual([
      { type: 'close', peer: again.peer, code: closeCodes.replaced, reason: 'replaced' },
    ]);
  }
});

test('[R4] a stranger who arrives changes nothing', () => {
  const { stranger, room } = setup();
  expect(arrive(stranger, room)).toEqual([]);
});

test.each(['malformed', 'unknown-type', 'invalid'] as const)(
  '[R1] a frame that is %s is refused by that name',
  (failure) => {
    const { alice, room } = setup();
    expect(refuseFrame(failure, alice.peer, room.seats)).toEqual(refused(failure, alice));
  },
);

test('[R7] a frame too large ends its socket and its seat, and the others hear it', () => {
  const { alice, seats, room } = setup();
  const effects = dismiss('frameTooLarge', alice.peer, room.seats);
  expect(refuseFrame('too-large', alice.peer, room.seats)).toEqual(effects);
  expect(effects).toEqual([
    { type: 'keep', seats: [seats.bob, seats.visitor] },
    { type: 'announce', message: { type: 'peer-left', id: alice.peer, reason: 'lost' } },
    {
      type: 'close',
      peer: alice.peer,
      code: closeCodes.frameTooLarge,
      reason: 'frameTooLarge',
    },
  ]);
});
