import { expect, test } from 'vitest';
import {
  away as awaySeat,
  lost as lostSeat,
  ownerOf as owner,
  present as presentSeat,
} from '../test/owners.ts';
import { hasFreeSeat, isOwner, isSeated, seatOf, withSeat, withoutSeat } from './seats.ts';

const present = (seed: number) => presentSeat(owner(seed));
const away = (seed: number) => awaySeat(owner(seed));
const lost = (seed: number) => lostSeat(owner(seed));

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
