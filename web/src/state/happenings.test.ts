import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import { type PeerState, unknownPeer } from '../engine/peer/peer-state.ts';
import { type Look, happeningsBetween } from './happenings.ts';

function peer(name: string | undefined, change: Partial<PeerState> = {}): PeerState {
  const id = peerIdFrom(new Uint8Array(16).fill(name?.codePointAt(0) ?? 0));
  const profile = name === undefined ? undefined : { name };
  return { ...unknownPeer(id, 'connected'), profile, ...change };
}

const look = (...peers: PeerState[]): Look => ({ peers, unread: 0, knocking: 0 });

/** What happened, and to whom. */
function told(before: Look, now: Look): string[] {
  return happeningsBetween(before, now).map((each) =>
    'name' in each ? `${each.name} ${each.kind}` : each.kind,
  );
}

const heard = {
  slotsInUse: { ...unknownPeer(peer('').id, 'connected').slotsInUse, microphone: true },
};

test('whoever comes has joined once they have said who they are', () => {
  expect(told(look(), look(peer(undefined)))).toEqual([]);
  expect(told(look(), look(peer('Ana')))).toEqual(['Ana joined']);
  expect(told(look(), look(peer('')))).toEqual([' joined']);
});

test('whoever goes has left, by the last name they had', () => {
  expect(told(look(peer('Ana')), look(peer('Ben')))).toEqual(['Ben joined', 'Ana left']);
});

test('a hand is told of when it goes up, also of someone who comes with it', () => {
  const raised = peer('Ana', { isHandRaised: true });
  expect(told(look(peer('Ana')), look(raised))).toEqual(['Ana raised-hand']);
  expect(told(look(raised), look(raised))).toEqual([]);
  expect(told(look(raised), look(peer('Ana')))).toEqual([]);
  expect(told(look(), look(raised))).toEqual(['Ana joined', 'Ana raised-hand']);
});

test('a microphone is told of when it changes, not as it comes', () => {
  expect(told(look(peer('Ana', heard)), look(peer('Ana')))).toEqual(['Ana muted']);
  expect(told(look(peer('Ana')), look(peer('Ana', heard)))).toEqual(['Ana unmuted']);
  expect(told(look(), look(peer('Ana', heard)))).toEqual(['Ana joined']);
});

test('one more message or one more knock is told of, fewer are not', () => {
  const more = { peers: [], unread: 1, knocking: 1 };
  expect(told(look(), more)).toEqual(['message', 'knock']);
  expect(told(more, look())).toEqual([]);
});
