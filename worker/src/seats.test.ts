import { expect, test } from 'vitest';
import { peerIdFrom } from '../../protocol/ids.ts';
import {
  type Seat,
  alarmMs,
  hasFreeSeat,
  isOwner,
  isSeated,
  seatOf,
  withSeat,
  withoutSeat,
} from './seats.ts';

const dayMs = 86_400_000;
const owner = (seed: number) => ({
  peer: peerIdFrom(new Uint8Array(16).fill(seed)),
  ticketHash: `hash ${seed}`,
});
const present = (seed: number): Seat => ({ ...owner(seed), standing: 'present' });
const away = (seed: number, sinceMs = 0): Seat => ({ ...owner(seed), standing: 'away', sinceMs });
const lost = (seed: number, sinceMs = 0): Seat => ({ ...owner(seed), standing: 'lost', sinceMs });

test('[R12] a seat that is away is taken, one that is lost is not', () => {
  const seats = [present(1), away(2), lost(3)];
  expect([1, 2, 3, 4].map((seed) => isSeated(seats, owner(seed).peer))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(hasFreeSeat(seats, 3)).toBe(true);
  expect(hasFreeSeat(seats, 2)).toBe(false);
});

test('[R11] only the owner of a seat is known, whatever became of the seat', () => {
  for (const seat of [present(1), away(1), lost(1)]) {
    expect(isOwner(owner(1), [seat])).toBe(true);
    expect(isOwner({ ...owner(1), ticketHash: 'another' }, [seat])).toBe(false);
    expect(isOwner({ ...owner(2), ticketHash: seat.ticketHash }, [seat])).toBe(false);
    expect(isOwner(owner(1), [])).toBe(false);
  }
});

test('a peer has one seat, and none after it was taken away', () => {
  const seats = withSeat([away(1), present(2)], present(1));
  expect(seats).toEqual([present(2), present(1)]);
  expect(seatOf(withoutSeat(seats, owner(1).peer), owner(1).peer)).toBeUndefined();
});

test.each([
  ['nobody is away', [present(1)], 1000 + dayMs],
  ['one is away', [present(1), away(2, 900)], 930],
  ['two are away', [away(2, 900), away(1, 800), lost(3, 1)], 830],
  ['one is lost', [lost(1, 500), present(2)], 500 + dayMs],
])('[R16] the alarm is set to what ends next, when %s', (_when, seats, alarmAtMs) => {
  expect(alarmMs(seats, { nowMs: 1000, graceMs: 30 })).toBe(alarmAtMs);
});
