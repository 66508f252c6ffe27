import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/room.ts';
import { emptyRoom, lost, memberOf, ownerOf, present } from '../test/owners.ts';
import { nothingDecided, withPolicy } from './decisions.ts';
import { changeEntry, join } from './entry.ts';
import type { Member, RoomState } from './roster.ts';

const host = memberOf(ownerOf(1, { role: 'host' }));
const guest = memberOf(ownerOf(2));

/** A room with a host in it, and whoever else is there. */
function roomWith(entry: Entry, others: readonly Member[] = []): RoomState {
  return {
    ...emptyRoom,
    roster: [host, ...others],
    seats: [present(ownerOf(1, { role: 'host' }))],
    decisions: withPolicy(nothingDecided, { entry }),
  };
}

const refused = (reason: string, { peer }: Member) => [
  { type: 'deliver', to: peer, message: { type: 'refused', reason } },
];
const toHost = (message: object) => ({ type: 'deliver', to: host.peer, message });
const unmarked = ({ peer }: Member) => ({ type: 'mark', peer, marks: { knockedMs: null } });

test('[H2] where the entry is closed nobody new takes a seat', () => {
  expect(join(guest, roomWith('closed'))).toEqual(refused('entry-closed', guest));
});

test('[H3] where one has to knock the answer is to wait, and hosts hear it', () => {
  expect(join(guest, roomWith('knock', [guest]))).toEqual([
    { type: 'mark', peer: guest.peer, marks: { knockedMs: guest.lastHeardMs } },
    { type: 'deliver', to: guest.peer, message: { type: 'waiting' } },
    toHost({ type: 'knock', id: guest.peer }),
  ]);
});

test('[H3] who waits and asks again is told again, and nobody else is', () => {
  const waiting = { ...guest, knockedMs: 5 };
  const full = { ...roomWith('knock', [waiting]), capacity: 1 };
  expect(join(waiting, full)).toEqual([
    { type: 'deliver', to: guest.peer, message: { type: 'waiting' } },
  ]);
});

test('[H3] nobody waits for a seat in a room that is full', () => {
  const full = { ...roomWith('knock'), capacity: 1 };
  expect(join(guest, full)).toEqual(refused('room-full', guest));
});

test.each(['knock', 'closed'] as const)(
  '[H2] hosts, and whoever is remembered, take a seat where the entry is %s',
  (entry) => {
    const another = memberOf(ownerOf(3, { role: 'host' }));
    const room = roomWith(entry, [guest, another]);
    const seats = [...room.seats, lost(ownerOf(2))];
    for (const member of [guest, another]) {
      expect(join(member, { ...room, seats }).slice(1)).toEqual([
        { type: 'deliver', to: member.peer, message: { type: 'joined' } },
        {
          type: 'announce',
          message: { type: 'peer-joined', id: member.peer, role: member.role },
        },
      ]);
      const full = { ...room, seats, capacity: 1 };
      expect(join(member, full)).toEqual(refused('room-full', member));
    }
  },
);

test('[H2] when the entry opens those who wait are seated in their order, as far as there are seats', () => {
  const [late, early, last] = [3, 4, 5].map((seed) => memberOf(ownerOf(seed)));
  if (!late || !early || !last) throw new Error('there are three of them');
  const waiting = [
    { ...late, knockedMs: 30 },
    { ...early, knockedMs: 20 },
    { ...last, knockedMs: 40 },
  ];
  const room = roomWith('knock', [guest, ...waiting]);
  const { seats, decisions, news } = changeEntry('open', room);
  expect(decisions).toEqual(nothingDecided);
  expect(seats).toEqual([...room.seats, present(ownerOf(4)), present(ownerOf(3))]);
  expect(news).toEqual([
    { type: 'announce', message: { type: 'policy', policy: nothingDecided.policy } },
    ...[early, late].flatMap((member) => [
      unmarked(member),
      { type: 'deliver', to: member.peer, message: { type: 'joined' } },
      { type: 'announce', message: { type: 'peer-joined', id: member.peer, role: 'guest' } },
      toHost({ type: 'knock-over', id: member.peer }),
    ]),
    unmarked(last),
    ...refused('room-full', last),
    toHost({ type: 'knock-over', id: last.peer }),
  ]);
});

test('[H2] when the entry closes those who wait are refused, and visit', () => {
  const waiting = { ...guest, knockedMs: 20 };
  const { seats, news } = changeEntry('closed', roomWith('knock', [waiting]));
  expect(seats).toEqual(roomWith('knock').seats);
  expect(news.slice(1)).toEqual([
    unmarked(guest),
    ...refused('entry-closed', guest),
    toHost({ type: 'knock-over', id: guest.peer }),
  ]);
});
