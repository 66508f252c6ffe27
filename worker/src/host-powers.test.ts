import * as v from 'valibot';
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { BrowserToken } from '../../protocol/credential.ts';
import { type HostMessage, HostMessage as HostMessageSchema } from '../../protocol/relay.ts';
import { away, emptyRoom, lost, memberOf, ownerOf, present } from '../test/owners.ts';
import { nothingDecided, withPolicy } from './decisions.ts';
import { applyPower } from './host-powers.ts';
import { relay } from './relay.ts';
import type { RoomState } from './roster.ts';

const browser = v.parse(BrowserToken, 'b'.repeat(43));

/** A host and a guest are inside; one guest is away, one was lost, and one waits in the same browser as the guest. */
function setup(change: Partial<RoomState> = {}) {
  const host = ownerOf(1, { role: 'host' });
  const guest = ownerOf(2, { browser });
  const [gone, former, waiting] = [ownerOf(3), ownerOf(4), ownerOf(5, { browser })];
  const seats = {
    host: present(host),
    guest: present(guest),
    gone: away(gone, 7),
    former: lost(former, 5),
  };
  const room: RoomState = {
    ...emptyRoom,
    capacity: 4,
    decisions: withPolicy(nothingDecided, { entry: 'knock' }),
    roster: [memberOf(host), memberOf(guest), memberOf(waiting, { knockedMs: 6 })],
    seats: Object.values(seats),
    ...change,
  };
  const use = (message: HostMessage) => applyPower(message, host.peer, room);
  return { host, guest, gone, former, waiting, seats, room, use };
}

const stranger = ownerOf(31);
const closed = (reason: 'removed' | 'ended', { peer }: { peer: string }) => ({
  type: 'close',
  peer,
  code: closeCodes[reason],
  reason,
});
const announced = (message: object) => ({ type: 'announce', message });
const told = ({ peer }: { peer: string }, message: object) => ({
  type: 'deliver',
  to: peer,
  message,
});

test.each(HostMessageSchema.options.map(({ entries }) => entries.type.literal))(
  '[H1] %s is refused to anyone but a host',
  (type) => {
    const { guest, host, waiting, room } = setup();
    for (const id of [host.peer, guest.peer, waiting.peer]) {
      const all = { type, id, entry: 'open', isRelayOnly: true, closes: true };
      const message = v.parse(HostMessageSchema, all);
      for (const sender of [guest, waiting]) {
        expect(relay(message, memberOf(sender), room)).toEqual([
          told(sender, { type: 'refused', reason: 'not-host' }),
        ]);
      }
    }
  },
);

test('[H2] a policy that is so already changes nothing', () => {
  const { use } = setup();
  expect(use({ type: 'set-entry', entry: 'knock' })).toEqual([]);
  expect(use({ type: 'set-relay-only', isRelayOnly: false })).toEqual([]);
});

test('[H3] who waits is admitted: seated, answered and announced, and hosts hear the rest', () => {
  const { host, waiting, seats, use } = setup();
  expect(use({ type: 'admit', id: waiting.peer })).toEqual([
    { type: 'keep', change: { seats: [...Object.values(seats), present(waiting)] } },
    { type: 'mark', peer: waiting.peer, marks: { knockedMs: null } },
    told(waiting, { type: 'joined' }),
    announced({ type: 'peer-joined', id: waiting.peer, role: 'guest' }),
    told(host, { type: 'knock-over', id: waiting.peer }),
  ]);
});

test('[H3] in a full room nobody is admitted, and the knock stands', () => {
  const { waiting, use } = setup({ capacity: 3 });
  expect(use({ type: 'admit', id: waiting.peer })).toBe('room-full');
});

test('[H3] who waits is denied, and visits', () => {
  const { host, waiting, use } = setup();
  expect(use({ type: 'deny', id: waiting.peer })).toEqual([
    { type: 'mark', peer: waiting.peer, marks: { knockedMs: null } },
    told(waiting, { type: 'refused', reason: 'denied' }),
    told(host, { type: 'knock-over', id: waiting.peer }),
  ]);
});

test('[H3] nobody is admitted or denied who does not wait', () => {
  const { host, guest, gone, former, use } = setup();
  for (const { peer: id } of [host, guest, gone, former, stranger])
    for (const type of ['admit', 'deny'] as const)
      expect(use({ type, id })).toBe('unknown-recipient');
});

test('[H4] everyone hears that only the relay is used, unless there is none', () => {
  const policy = { entry: 'knock', isRelayOnly: true };
  expect(setup().use({ type: 'set-relay-only', isRelayOnly: true })).toEqual([
    { type: 'keep', change: { decisions: { ...nothingDecided, policy } } },
    announced({ type: 'policy', policy }),
  ]);
  const { use } = setup({ hasRelay: false });
  expect(use({ type: 'set-relay-only', isRelayOnly: true })).toBe('no-relay');
});

test('[H4] without a relay any more it can still be taken back', () => {
  const decisions = withPolicy(nothingDecided, { isRelayOnly: true });
  const { use } = setup({ hasRelay: false, decisions });
  expect(use({ type: 'set-relay-only', isRelayOnly: false })).toContainEqual(
    announced({ type: 'policy', policy: nothingDecided.policy }),
  );
});

test('[H5] only whoever is meant hears that it is asked to be silent', () => {
  const { guest, use } = setup();
  const asked = [told(guest, { type: 'mute-asked' })];
  expect(use({ type: 'ask-to-mute', id: guest.peer })).toEqual(asked);
});

test.each(['ask-to-mute', 'hand-over'] as const)(
  '[H5] [H7] %s is for others who are inside and present',
  (type) => {
    const { host, gone, former, waiting, use } = setup();
    expect(use({ type, id: gone.peer })).toBe('recipient-away');
    for (const { peer: id } of [host, former, waiting, stranger])
      expect(use({ type, id })).toBe('unknown-recipient');
  },
);

test('[H6] whoever is removed goes with everyone of its browser, and that can not come back', () => {
  const { host, guest, waiting, seats, room, use } = setup();
  expect(use({ type: 'remove', id: guest.peer, closes: false })).toEqual([
    {
      type: 'keep',
      change: {
        seats: [seats.host, seats.gone, seats.former],
        decisions: { ...room.decisions, removed: [browser] },
      },
    },
    closed('removed', guest),
    closed('removed', waiting),
    announced({ type: 'peer-left', id: guest.peer, reason: 'removed' }),
    told(host, { type: 'knock-over', id: waiting.peer }),
  ]);
});

test('[H6] a removal that closes the entry refuses those who still wait', () => {
  const other = memberOf(ownerOf(6), { knockedMs: 8 });
  const { room } = setup();
  const { host, gone, seats, use } = setup({ roster: [...room.roster, other] });
  const policy = { entry: 'closed', isRelayOnly: false };
  const effects = use({ type: 'remove', id: gone.peer, closes: true });
  const decisions = { ...room.decisions, policy };
  expect(effects).toContainEqual({
    type: 'keep',
    change: { seats: [seats.host, seats.guest, seats.former], decisions },
  });
  expect(effects).toContainEqual(announced({ type: 'policy', policy }));
  expect(effects).toContainEqual(told(other, { type: 'refused', reason: 'entry-closed' }));
  expect(effects).toContainEqual(told(host, { type: 'knock-over', id: other.peer }));
});

test('[H6] the ticket of somebody who was lost can be taken, which is no news', () => {
  const { former, seats, room, use } = setup();
  const { decisions } = room;
  expect(use({ type: 'remove', id: former.peer, closes: false })).toEqual([
    { type: 'keep', change: { seats: [seats.host, seats.guest, seats.gone], decisions } },
  ]);
});

test('[H6] a host is not removed, not even with its own browser', () => {
  const host = ownerOf(1, { role: 'host', browser });
  const { guest, room } = setup();
  const roster = [memberOf(host), ...room.roster.slice(1)];
  const seats = [present(host), ...room.seats.slice(1)];
  const { use } = setup({ roster, seats });
  expect(use({ type: 'remove', id: host.peer, closes: true })).toBe('unknown-recipient');
  const effects = use({ type: 'remove', id: guest.peer, closes: false });
  expect(effects).not.toContainEqual(closed('removed', host));
});

test('[H6] nobody is removed who was never there', () => {
  const { use } = setup();
  expect(use({ type: 'remove', id: stranger.peer, closes: true })).toBe('unknown-recipient');
});

test('[H7] whoever is handed the powers is the only host: the others are guests, visitors too', () => {
  const { host, guest, seats, room } = setup();
  const visitor = ownerOf(6, { role: 'host' });
  const { waiting, use } = setup({ roster: [...room.roster, memberOf(visitor)] });
  const heir = present({ ...guest, role: 'host' });
  const former = present({ ...host, role: 'guest' });
  const guestNow = { type: 'role', role: 'guest', token: null };
  expect(use({ type: 'hand-over', id: guest.peer })).toEqual([
    {
      type: 'keep',
      change: {
        seats: [former, seats.gone, seats.former, heir],
        decisions: { ...room.decisions, handOvers: 1 },
      },
    },
    { type: 'mark', peer: host.peer, marks: { role: 'guest' } },
    told(host, guestNow),
    { type: 'mark', peer: visitor.peer, marks: { role: 'guest' } },
    told(visitor, guestNow),
    announced({ type: 'peer-role', id: host.peer, role: 'guest' }),
    announced({ type: 'peer-role', id: guest.peer, role: 'host' }),
    { type: 'mark', peer: guest.peer, marks: { role: 'host' } },
    { type: 'grant', to: guest.peer, waiting: [waiting.peer] },
  ]);
});

test('[H8] the end closes every socket and takes every seat, and leaves what was decided', () => {
  const { host, guest, waiting, use } = setup();
  expect(use({ type: 'end' })).toEqual([
    { type: 'keep', change: { seats: [] } },
    ...[host, guest, waiting].map((one) => closed('ended', one)),
  ]);
});
