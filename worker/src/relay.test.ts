import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { peerIdFrom } from '../../protocol/ids.ts';
import { depart, departureReason, dismiss, refuseFrame, relay } from './relay.ts';
import type { Member } from './roster.ts';

const member = (seed: number, presence: Member['presence']): Member => ({
  peer: peerIdFrom(new Uint8Array(16).fill(seed)),
  presence,
});

function setup() {
  const alice = member(1, 'seated');
  const visitor = member(2, 'visiting');
  const stranger = member(3, 'seated');
  return { alice, visitor, stranger, room: { roster: [alice, visitor], capacity: 2 } };
}

const refused = (reason: string) => [{ type: 'answer', message: { type: 'refused', reason } }];

test('[R5] a visitor who joins is seated, answered and announced, in that order', () => {
  const { visitor, room } = setup();
  expect(relay({ type: 'join' }, visitor, room)).toEqual([
    { type: 'become', presence: 'seated' },
    { type: 'answer', message: { type: 'joined' } },
    { type: 'announce', message: { type: 'peer-joined', peer: { id: visitor.peer } } },
  ]);
});

test('[R5] whoever is seated can not join again', () => {
  const { alice, room } = setup();
  expect(relay({ type: 'join' }, alice, room)).toEqual(refused('already-joined'));
});

test('[R5] a full room seats nobody', () => {
  const { visitor, room } = setup();
  const full = { ...room, capacity: 1 };
  expect(relay({ type: 'join' }, visitor, full)).toEqual(refused('room-full'));
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
      refused('unknown-recipient'),
    );
  }
});

test('[R6] bye frees the seat, says so and closes the socket', () => {
  const { alice, room } = setup();
  expect(relay({ type: 'bye' }, alice, room)).toEqual([
    { type: 'become', presence: 'gone' },
    { type: 'announce', message: { type: 'peer-left', id: alice.peer, reason: 'left' } },
    { type: 'close', code: 1000, reason: 'bye' },
  ]);
});

test('[R4] nobody hears that a visitor left', () => {
  expect(depart(member(2, 'visiting'), 'lost')).toEqual([{ type: 'become', presence: 'gone' }]);
});

test('[R6] whoever is gone can not leave again', () => {
  expect(depart(member(1, 'gone'), 'left')).toEqual([]);
});

test.each([
  [1000, 'left'],
  [1001, 'left'],
  [1005, 'lost'],
  [1006, 'lost'],
  [4000, 'lost'],
] as const)('[R6] a socket closed with %i is a peer that %s', (code, reason) => {
  expect(departureReason(code)).toBe(reason);
});

test.each(['malformed', 'unknown-type', 'invalid'] as const)(
  '[R1] a frame that is %s is refused by that name',
  (failure) => {
    expect(refuseFrame(failure, member(1, 'seated'))).toEqual(refused(failure));
  },
);

test('[R7] a frame too large ends its socket, and the others hear it', () => {
  const alice = member(1, 'seated');
  expect(refuseFrame('too-large', alice)).toEqual(dismiss('frameTooLarge', alice));
  expect(dismiss('frameTooLarge', alice)).toEqual([
    { type: 'become', presence: 'gone' },
    { type: 'announce', message: { type: 'peer-left', id: alice.peer, reason: 'lost' } },
    { type: 'close', code: closeCodes.frameTooLarge, reason: 'frameTooLarge' },
  ]);
});
