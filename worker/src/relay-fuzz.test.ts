// To run a failure again, set SEED to what its name shows.
import { expect, test } from 'vitest';
import { Crowd, dayMs } from '../test/crowd.ts';
import { type FakeSocket, capacity } from '../test/fake-room.ts';
import { createRandom } from '../test/random.ts';
import { isAdmitted } from './decisions.ts';
import { isNothingKept } from './kept.ts';
import { type RoomState, waitingIn } from './roster.ts';
import { isSeated, seatOf, takenSeats } from './seats.ts';
import { maxLostSeats } from './sweep.ts';

const seed = Number(process.env['SEED'] ?? Math.trunc(Math.random() * 2 ** 32));

/** What a socket was told of the room, and what is so. */
function toldAndTrue({ peer, role, knockedMs, knowledge }: FakeSocket, room: RoomState) {
  const { seats, roster, decisions } = room;
  const standing = knockedMs === null ? 'visitor' : 'waiting';
  const others = takenSeats(seats).filter((seat) => seat.peer !== peer);
  const knocking = role === 'host' ? waitingIn(roster).map((member) => member.peer) : [];
  return {
    told: {
      self: knowledge.self,
      policy: knowledge.policy,
      knocking: [...knowledge.knocking].toSorted(),
      seats: Object.fromEntries(knowledge.seats),
    },
    true: {
      self: { role, standing: isSeated(seats, peer) ? 'seated' : standing },
      policy: decisions.policy,
      knocking: knocking.toSorted(),
      seats: Object.fromEntries(
        others.map((seat) => [seat.peer, { away: seat.standing === 'away', role: seat.role }]),
      ),
    },
  };
}

/** What is true of a room whatever happened. */
function expectOrder(crowd: Crowd): void {
  const { kept, open, nowMs, alarmAtMs } = crowd.room;
  const { seats, decisions } = kept;
  const taken = takenSeats(seats);
  expect(taken.length).toBeLessThanOrEqual(capacity);
  expect(seats.length - taken.length).toBeLessThanOrEqual(maxLostSeats);
  expect(alarmAtMs > nowMs && alarmAtMs <= nowMs + dayMs).toBe(!isNothingKept(kept));
  for (const { peer, standing, role } of taken) {
    const roles = open.filter((socket) => socket.peer === peer).map((socket) => socket.role);
    expect(roles).toEqual(standing === 'present' ? [role] : []);
  }
  const isAnyoneWaiting = open.some(({ knockedMs }) => knockedMs !== null);
  if (isAnyoneWaiting) expect(decisions.policy.entry).toBe('knock');
  for (const { role, knowledge } of open)
    if (role === 'host') expect(knowledge.token).toBe(decisions.handOvers);
}

test(`[R6] [H2] [H7] whatever people do, everyone knows exactly what there is to know (SEED=${seed})`, () => {
  const crowd = new Crowd(createRandom(seed));
  const { room } = crowd;
  for (let step = 0; step < 5000; step += 1) {
    const before = room.kept;
    crowd.act();
    expectOrder(crowd);
    const { seats, decisions } = room.kept;
    if (decisions.policy.entry === 'closed')
      for (const { peer, role, browser } of takenSeats(seats)) {
        const isKnown = seatOf(before.seats, peer) ?? isAdmitted(before.decisions, browser);
        expect(role === 'host' || isKnown).toBeTruthy();
      }
    const views = room.open.map((socket) => toldAndTrue(socket, room.state));
    expect(views.map((view) => view.told)).toEqual(views.map((view) => view.true));
  }
}, 60_000);
