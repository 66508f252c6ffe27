import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import {
  away as awaySeat,
  emptyRoom,
  lost as lostSeat,
  memberOf,
  ownerOf,
  present as presentSeat,
} from '../test/owners.ts';
import { nothingDecided } from './decisions.ts';
import type { Kept } from './kept.ts';
import type { Member } from './roster.ts';
import type { Seat } from './seats.ts';
import { maxLostSeats, silenceMs, sweep } from './sweep.ts';

const dayMs = 86_400_000;
const graceMs = 30_000;
const nowMs = 10 * dayMs;

const id = (seed: number) => ownerOf(seed).peer;
const present = (seed: number) => presentSeat(ownerOf(seed));
const away = (seed: number, agoMs = 0) => awaySeat(ownerOf(seed), nowMs - agoMs);
const lost = (seed: number, agoMs = 0) => lostSeat(ownerOf(seed), nowMs - agoMs);
const heard = (seed: number, agoMs = 0) => memberOf(ownerOf(seed), { lastHeardMs: nowMs - agoMs });

const swept = (roster: Member[], seats: Seat[], kept: Partial<Kept> = {}) =>
  sweep({ ...emptyRoom, ...kept, roster, seats }, { nowMs, graceMs });

test('[R8] while nothing changes there is nothing to do', () => {
  const roster = [heard(1), heard(2, silenceMs - 1), heard(5)];
  const seats = [present(1), present(2), away(3, graceMs - 1), lost(4, dayMs - 1), lost(5)];
  expect(swept(roster, seats)).toEqual([]);
});

test.each([
  ['a visitor', []],
  ['whose seat was lost', [lost(1)]],
])('[R15] a silent socket is closed, here of %s', (_whose, seats) => {
  const close = { type: 'close', peer: id(1), code: closeCodes.silent, reason: 'silent' };
  expect(swept([heard(1, silenceMs), heard(2)], seats)).toEqual([close]);
});

test('[R15] the seat of a silent socket is away, once the socket is closed', () => {
  expect(swept([heard(1, silenceMs)], [present(1)])).toEqual([
    { type: 'close', peer: id(1), code: closeCodes.silent, reason: 'silent' },
    { type: 'keep', change: { seats: [away(1)] } },
    { type: 'announce', message: { type: 'peer-away', id: id(1) } },
  ]);
});

test('[R13] seats without a socket are away from now on', () => {
  expect(swept([heard(2)], [present(1), present(2), present(3)])).toEqual([
    { type: 'keep', change: { seats: [present(2), away(1), away(3)] } },
    { type: 'announce', message: { type: 'peer-away', id: id(1) } },
    { type: 'announce', message: { type: 'peer-away', id: id(3) } },
  ]);
});

test('[R12] a seat is given up when its grace is over', () => {
  expect(swept([heard(2)], [away(1, graceMs), present(2)])).toEqual([
    { type: 'keep', change: { seats: [present(2), lost(1)] } },
    { type: 'announce', message: { type: 'peer-left', id: id(1), reason: 'lost' } },
  ]);
});

test('[R16] a lost seat is forgotten after a day, and that is no news', () => {
  expect(swept([], [lost(1, dayMs), lost(2, 1)])).toEqual([
    { type: 'keep', change: { seats: [lost(2, 1)] } },
  ]);
});

test('[R16] of too many lost seats the longest lost are forgotten', () => {
  const many = Array.from({ length: maxLostSeats }, (_, seed) => lost(seed, 100 - seed));
  const seats = [...many, away(30, graceMs), present(31)];
  const [kept] = swept([heard(31)], seats);
  expect(kept).toEqual({
    type: 'keep',
    change: { seats: [...many.slice(1), present(31), lost(30)] },
  });
});

test('[H3] when somebody who waits falls silent, hosts hear that it does no more', () => {
  const host = memberOf(ownerOf(1, { role: 'host' }), { lastHeardMs: nowMs });
  const waiting = memberOf(ownerOf(2), { lastHeardMs: nowMs - silenceMs, knockedMs: 5 });
  expect(swept([host, waiting], [])).toEqual([
    { type: 'close', peer: id(2), code: closeCodes.silent, reason: 'silent' },
    { type: 'deliver', to: id(1), message: { type: 'knock-over', id: id(2) } },
  ]);
});

test('[R16] what was decided goes a day after the last seat, unless somebody is there', () => {
  const decisions = { ...nothingDecided, handOvers: 1 };
  const gone = { type: 'keep', change: { seats: [], decisions: nothingDecided } };
  const kept = { decisions, usedMs: nowMs - dayMs };
  expect(swept([], [], kept)).toEqual([gone]);
  expect(swept([heard(1, silenceMs)], [], kept).at(-1)).toEqual(gone);
  expect(swept([], [lost(1, dayMs)], kept)).toEqual([
    { type: 'keep', change: { seats: [] } },
    gone,
  ]);
  expect(swept([heard(1)], [], kept)).toEqual([]);
  expect(swept([], [], { ...kept, usedMs: kept.usedMs + 1 })).toEqual([]);
  expect(swept([], [away(1)], kept)).toEqual([]);
  expect(swept([], [], { ...kept, decisions: nothingDecided })).toEqual([]);
});
