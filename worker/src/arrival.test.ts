import * as v from 'valibot';
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { BrowserToken } from '../../protocol/credential.ts';
import { Ticket } from '../../protocol/ticket.ts';
import { away, emptyRoom, lost, memberOf, ownerOf, present } from '../test/owners.ts';
import { type Credentials, type Papers, arrive, greet, identify } from './arrival.ts';
import { nothingDecided } from './decisions.ts';
import type { RoomState } from './roster.ts';
import type { Owner } from './seats.ts';

const browser = v.parse(BrowserToken, 'b'.repeat(43));
const ice = { servers: [], lifetimeMs: null };

function papersOf({ peer, ticketHash }: Owner): Papers {
  return { peer, ticketHash, ticket: v.parse(Ticket, `${peer}.${'0'.repeat(26)}`), ice };
}

/** Alice is seated and Bob's seat is away; the visitor's was lost, and the stranger has no socket. */
function setup(decided = {}) {
  const [alice, bob, visitor] = [ownerOf(1), ownerOf(2), ownerOf(3)];
  const seats = { alice: present(alice), bob: away(bob, 7), visitor: lost(visitor, 5) };
  const room: RoomState = {
    ...emptyRoom,
    roster: [memberOf(alice), memberOf(visitor)],
    seats: Object.values(seats),
    decisions: { ...nothingDecided, ...decided },
  };
  const stranger = ownerOf(4);
  const come = (owner: Owner, more: Partial<Credentials> = {}) => {
    const nothing = { browser: undefined, handOvers: undefined };
    const fresh = papersOf(stranger);
    return identify({ fresh, offered: papersOf(owner), ...nothing, ...more }, room);
  };
  return { alice, bob, visitor, stranger, seats, room, come };
}

test('[R11] whoever offers a good ticket is its owner, and everyone else is a stranger', () => {
  const { bob, stranger, come } = setup();
  expect(come(bob)).toMatchObject({ peer: bob.peer, role: 'guest', browser: null });
  const forged = { ...bob, ticketHash: 'another' };
  expect(come(forged)).toMatchObject({ peer: stranger.peer, role: 'guest' });
  expect(come(bob, { offered: undefined })).toMatchObject({ peer: stranger.peer });
});

test.each([
  [undefined, 'guest'],
  [1, 'guest'],
  [2, 'host'],
  [3, 'host'],
] as const)('[H1] after two hand-overs a token of number %s makes a %s', (handOvers, role) => {
  const { bob, stranger, come } = setup({ handOvers: 2 });
  for (const owner of [bob, stranger]) expect(come(owner, { handOvers }).role).toBe(role);
});

test('[H7] the seat of a host makes one too, with a void token or none', () => {
  const { bob, room, come } = setup({ handOvers: 2 });
  const seats = [away({ ...bob, role: 'host' })];
  for (const handOvers of [undefined, 1]) {
    const credentials = {
      fresh: papersOf(ownerOf(4)),
      offered: papersOf(bob),
      browser,
      handOvers,
    };
    expect(identify(credentials, { ...room, seats }).role).toBe('host');
  }
  expect(come(bob).role).toBe('guest');
});

test('[H6] who names no browser when it comes back is still in the one its seat knows', () => {
  const { bob, room } = setup();
  const credentials = {
    fresh: papersOf(ownerOf(4)),
    offered: papersOf(bob),
    browser: undefined,
    handOvers: undefined,
  };
  const seats = [away({ ...bob, browser })];
  expect(identify(credentials, { ...room, seats }).browser).toBe(browser);
});

test('[R12] whoever arrives at a seat that was kept takes it up, and the others hear it', () => {
  const { bob, seats, room, come } = setup();
  expect(arrive(come(bob), room)).toEqual([
    { type: 'keep', change: { seats: [seats.alice, seats.visitor, present(bob)] } },
    { type: 'announce', message: { type: 'peer-back', id: bob.peer } },
  ]);
});

test('[R14] whoever arrives again replaces its older socket, and that is all', () => {
  const { alice, visitor, room, come } = setup();
  for (const again of [alice, visitor]) {
    expect(arrive(come(again), room)).toEqual([
      { type: 'close', peer: again.peer, code: closeCodes.replaced, reason: 'replaced' },
    ]);
  }
});

test('[R4] a stranger who arrives changes nothing', () => {
  const { stranger, room, come } = setup();
  expect(arrive(come(stranger), room)).toEqual([]);
});

test('[H1] a seat learns the browser and the role that its peer comes back with', () => {
  const { alice, bob, seats, room, come } = setup();
  const host = { ...alice, browser, role: 'host' as const };
  expect(arrive(come(alice, { browser, handOvers: 0 }), room)).toEqual([
    { type: 'close', peer: alice.peer, code: closeCodes.replaced, reason: 'replaced' },
    { type: 'keep', change: { seats: [seats.bob, seats.visitor, present(host)] } },
    { type: 'announce', message: { type: 'peer-role', id: alice.peer, role: 'host' } },
  ]);
  expect(arrive(come(bob, { handOvers: 0 }), room).slice(1)).toEqual([
    { type: 'announce', message: { type: 'peer-back', id: bob.peer } },
    { type: 'announce', message: { type: 'peer-role', id: bob.peer, role: 'host' } },
  ]);
});

test('[H7] a token of a higher number than is known voids the others, as it did once', () => {
  const { bob, stranger, room, come } = setup();
  const former = { ...bob, role: 'host' as const };
  const hosted: RoomState = { ...room, roster: [memberOf(former)], seats: [present(former)] };
  const arrival = come(stranger, { handOvers: 3 });
  expect(arrive(arrival, hosted)).toEqual([
    {
      type: 'keep',
      change: { seats: [present(bob)], decisions: { ...nothingDecided, handOvers: 3 } },
    },
    { type: 'mark', peer: bob.peer, marks: { role: 'guest' } },
    { type: 'deliver', to: bob.peer, message: { type: 'role', role: 'guest', token: null } },
    { type: 'announce', message: { type: 'peer-role', id: bob.peer, role: 'guest' } },
  ]);
});

test('[H3] only a host is told who waits, in the order in which they knocked', () => {
  const { alice, bob, stranger, room, come } = setup();
  const roster = [
    memberOf(alice, { knockedMs: 8 }),
    memberOf(bob, { knockedMs: 7 }),
    memberOf(stranger),
  ];
  const knockingFor = (credentials: Partial<Credentials>) =>
    greet(come(stranger, credentials), { ...room, roster });
  expect(knockingFor({})).toMatchObject([{ message: { role: 'guest', knocking: [] } }]);
  expect(knockingFor({ handOvers: 0 })).toMatchObject([
    { message: { role: 'host', knocking: [bob.peer, alice.peer] } },
  ]);
});

test('[H7] a host that comes back without its token is told it again', () => {
  const { bob, room } = setup({ handOvers: 2 });
  const host = { ...bob, role: 'host' as const };
  const grant = { type: 'grant', to: bob.peer, waiting: [] };
  for (const handOvers of [undefined, 1])
    expect(greet({ ...papersOf(bob), ...host, handOvers }, room)[1]).toEqual(grant);
  expect(greet({ ...papersOf(bob), ...host, handOvers: 2 }, room)).toHaveLength(1);
});
