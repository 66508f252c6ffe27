import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { peerIdFrom } from '../../protocol/ids.ts';
import type { Member } from './roster.ts';
import type { Seat } from './seats.ts';
import { maxLostSeats, silenceMs, sweep } from './sweep.ts';

const dayMs = 86_400_000;
const graceMs = 30_000;
const nowMs = 10 * dayMs;

const id = (seed: number) => peerIdFrom(new Uint8Array(16).fill(seed));
const owner = (seed: number) => ({ peer: id(seed), ticketHash: `hash ${seed}` });
const present = (seed: number): Seat => ({ ...owner(seed), standing: 'present' });
const away = (seed: number, agoMs = 0): Seat => {
  return { ...owner(seed), standing: 'away', sinceMs: nowMs - agoMs };
};
const lost = (seed: number, agoMs = 0): Seat => {
  return { ...owner(seed), standing: 'lost', sinceMs: nowMs - agoMs };
};
const heard = (seed: number, agoMs = 0): Member => ({ peer: id(seed), lastHeardMs: nowMs - agoMs });

const swept = (roster: Member[], seats: Seat[]) => sweep({ roster, seats }, { nowMs, graceMs });

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
    { type: 'keep', seats: [away(1)] },
    { type: 'announce', message: { type: 'peer-away', id: id(1) } },
  ]);
});

test('[R13] seats without a socket are away from now on', () => {
  expect(swept([heard(2)], [present(1), present(2), present(3)])).toEqual([
    { type: 'keep', seats: [present(2), away(1), away(3)] },
    { type: 'announce', message: { type: 'peer-away', id: id(1) } },
    { type: 'announce', message: { type: 'peer-away', id: id(3) } },
  ]);
});

test('[R12] a seat is given up when its grace is over', () => {
  expect(swept([heard(2)], [away(1, graceMs), present(2)])).toEqual([
    { type: 'keep', seats: [present(2), lost(1)] },
    { type: 'announce', message: { type: 'peer-left', id: id(1), reason: 'lost' } },
  ]);
});

test('[R16] a lost seat is forgotten after a day, and that is no news', () => {
  expect(swept([], [lost(1, dayMs), lost(2, 1)])).toEqual([{ type: 'keep', seats: [lost(2, 1)] }]);
});

test('[R16] of too many lost seats the longest lost are forgotten', () => {
  const many = Array.from({ length: maxLostSeats }, (_, seed) => lost(seed, 100 - seed));
  const seats = [...many, away(30, graceMs), present(31)];
  const [kept] = swept([heard(31)], seats);
  expect(kept).toEqual({ type: 'keep', seats: [...many.slice(1), present(31), lost(30)] });
});
