import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import type { CallState } from '../engine/call-state.ts';
import { type Belief, doubt } from '../engine/quality/belief.ts';
import type { Verdict } from '../engine/quality/verdict.ts';
import { type CalmSources, calmOf, isSaidBeside } from './calm.ts';
import type { Plight } from './plights.ts';

type Inside = Extract<CallState, { phase: 'inside' }>;

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const ben = peerIdFrom(new Uint8Array(16).fill(2));
const there = (id = ana) => ({ id, link: 'connected', isMuted: false }) as const;
const well: Plight = { isBad: doubt, isSilent: doubt };
const held: Belief = { isHeld: true, level: 6 };

/** Of a call with Ana and Ben in which all is well but for this. */
function calm(change: Partial<CalmSources> = {}) {
  return calmOf({
    others: [there(), there(ben)],
    plights: new Map([
      [ana, well],
      [ben, well],
    ]),
    call: inside({}),
    ...change,
  });
}

function inside(change: Partial<Pick<Inside, 'isReachable' | 'refusal'>>): CallState {
  return { phase: 'inside', isReachable: true, refusal: undefined, ...change } as Inside;
}

function withBen(plight: Partial<Plight>): Pick<CalmSources, 'plights'> {
  return {
    plights: new Map([
      [ana, well],
      [ben, { ...well, ...plight }],
    ]),
  };
}

test('all is fine when everyone is connected, and comes well', () => {
  expect(calm()).toEqual({ tag: 'fine' });
});

test('of nobody there is nothing to say, and of whoever was not measured nothing yet', () => {
  expect(calm({ others: [] })).toEqual({ tag: 'alone' });
  expect(calm({ plights: new Map([[ana, well]]) })).toEqual({ tag: 'measuring' });
});

test('while somebody is cut off, it is said who', () => {
  for (const link of ['interrupted', 'failed'] as const)
    expect(calm({ others: [there(), { ...there(ben), link }] })).toEqual({
      tag: 'cutOff',
      whom: [ben],
    });
});

test('whoever has only just come is not cut off, and all is not yet fine', () => {
  const others = [there(), { ...there(ben), link: 'connecting' } as const];
  expect(calm({ others })).toEqual({ tag: 'measuring' });
});

test('who is cut off explains what else goes badly', () => {
  const others = [{ ...there(), link: 'interrupted' } as const, there(ben)];
  const cutOff = { tag: 'cutOff', whom: [ana] };
  expect(calm({ others, ...withBen({ isBad: held }) })).toEqual(cutOff);
  expect(calm({ others, ...withBen({ isSilent: held }) })).toEqual(cutOff);
});

test('while nothing comes from somebody, it is said from whom, and nothing of a stutter', () => {
  const silent = { tag: 'silent', whom: [ben] };
  expect(calm(withBen({ isSilent: held, isBad: held }))).toEqual(silent);
});

test('nothing has to come from whoever is muted by now', () => {
  const others = [there(), { ...there(ben), isMuted: true }];
  expect(calm({ others, ...withBen({ isSilent: held }) })).toEqual({ tag: 'measuring' });
});

test('it is not fine while somebody can hardly be followed, whatever the reason', () => {
  expect(calm(withBen({ isBad: held }))).toEqual({ tag: 'unclear' });
});

test('one look that is bad makes no trouble, and all is not fine either', () => {
  const glimpsed: Belief = { isHeld: false, level: 3 };
  expect(calm(withBen({ isBad: glimpsed }))).toEqual({ tag: 'measuring' });
  expect(calm(withBen({ isSilent: glimpsed }))).toEqual({ tag: 'measuring' });
});

test('all is not simply fine while the server can’t be reached, or has given the seat away', () => {
  expect(calm({ call: inside({ isReachable: false }) })).toEqual({ tag: 'serverless' });
  const call = inside({ isReachable: false, refusal: 'room-full' });
  expect(calm({ call })).toEqual({ tag: 'seatless' });
});

test('whoever is cut off is named, the server or not', () => {
  const others = [there(), { ...there(ben), link: 'interrupted' } as const];
  expect(calm({ others, call: inside({ isReachable: false }) }).tag).toBe('cutOff');
});

test('beside a verdict nothing is said but who is cut off', () => {
  const thin: Verdict = { cause: 'uplink', whose: 'own', affected: [ana], severity: 'bad' };
  expect(isSaidBeside({ tag: 'fine' }, [])).toBe(true);
  expect(isSaidBeside({ tag: 'fine' }, [thin])).toBe(false);
  expect(isSaidBeside({ tag: 'cutOff', whom: [ben] }, [thin])).toBe(true);
});
