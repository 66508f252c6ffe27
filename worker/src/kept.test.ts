import { expect, test } from 'vitest';
import {
  away as awaySeat,
  lost as lostSeat,
  ownerOf,
  present as presentSeat,
} from '../test/owners.ts';
import { nothingDecided } from './decisions.ts';
import { alarmMs, changed, nothingKept } from './kept.ts';

const dayMs = 86_400_000;
const clock = { nowMs: 1000, graceMs: 30 };
const present = (seed: number) => presentSeat(ownerOf(seed));
const away = (seed: number, sinceMs: number) => awaySeat(ownerOf(seed), sinceMs);
const lost = (seed: number, sinceMs: number) => lostSeat(ownerOf(seed), sinceMs);
const decisions = { ...nothingDecided, handOvers: 1 };

test.each([
  ['nobody is away', [present(1)], 1000 + dayMs],
  ['one is away', [present(1), away(2, 900)], 930],
  ['two are away', [away(2, 900), away(1, 800), lost(3, 1)], 830],
  ['one is lost', [lost(1, 500), present(2)], 500 + dayMs],
])('[R16] the alarm is set to what ends next, when %s', (_when, seats, alarmAtMs) => {
  expect(alarmMs({ ...nothingKept, seats }, clock)).toBe(alarmAtMs);
});

test('[R16] decisions that nobody has a seat for are looked after a day after the room was used', () => {
  const kept = { seats: [], decisions, usedMs: 900 };
  expect(alarmMs(kept, clock)).toBe(900 + dayMs);
  expect(alarmMs({ ...kept, seats: [present(1)] }, clock)).toBe(1000 + dayMs);
  // Somebody is there, or they would be gone.
  expect(alarmMs({ ...kept, usedMs: 1000 - dayMs }, clock)).toBe(1000 + dayMs);
});

test.each([
  { when: 'somebody takes a seat', seats: [], change: { seats: [present(1)] }, usedMs: 1000 },
  { when: 'the last seat is given back', seats: [present(1)], change: { seats: [] }, usedMs: 1000 },
  {
    when: 'the last seat is lost',
    seats: [away(1, 900)],
    change: { seats: [lost(1, 1000)] },
    usedMs: 1000,
  },
  { when: 'something is decided', seats: [], change: { decisions }, usedMs: 1000 },
  { when: 'somebody is forgotten', seats: [lost(1, 5)], change: { seats: [] }, usedMs: 7 },
  { when: 'the alarm rings', seats: [], change: {}, usedMs: 7 },
])('[R16] a room was used last at $usedMs when $when', ({ seats, change, usedMs }) => {
  expect(changed({ ...nothingKept, seats, usedMs: 7 }, change, 1000).usedMs).toBe(usedMs);
});
