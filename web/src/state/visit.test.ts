import { expect, test } from 'vitest';
import type { CallState } from '../engine/call-state.ts';
import { fakePeer, inside } from './testing/fake-inside.ts';
import { type Visit, howItWent, namesOf, visitAfter } from './visit.ts';

const left: CallState = { phase: 'ended', reason: 'left' };
const outside: CallState = { phase: 'connecting', isJoining: true, hasServerFailed: false };

/** The visit after these states, by minutes. */
function visitOf(...states: (readonly [number, CallState])[]): Visit {
  let visit: Visit | undefined;
  for (const [minutes, state] of states) visit = visitAfter(visit, state, minutes * 60_000);
  if (!visit) throw new Error('nobody was inside');
  return visit;
}

test('whoever never came in has no visit', () => {
  expect(visitAfter(undefined, outside, 0)).toBeUndefined();
  expect(visitAfter(undefined, left, 0)).toBeUndefined();
});

test('a visit lasts from the moment one is inside to its end, in whole minutes', () => {
  const visit = visitOf([5, inside()], [6, inside(fakePeer(1))], [80.9, left]);
  expect(howItWent(visit)).toEqual({ hours: 1, minutes: 15, others: 1 });
});

test('others are counted as many as there were at once, at most', () => {
  const [ana, ben, cleo] = [fakePeer(1), fakePeer(2), fakePeer(3)];
  const visit = visitOf([0, inside(ana)], [1, inside(ana, ben)], [2, inside(cleo)], [3, left]);
  expect(howItWent(visit).others).toBe(2);
});

test('a clock that was set back makes no visit end before it began', () => {
  expect(howItWent(visitOf([90, inside()], [5, left]))).toMatchObject({ hours: 0, minutes: 0 });
});

test('everyone who was there is named once, and whoever gave no name comes last', () => {
  const visit = visitOf(
    [0, inside(fakePeer(1), fakePeer(2))],
    [1, inside(fakePeer(1, ''), fakePeer(2, 'Ben'))],
    [2, inside(fakePeer(3, 'Ana'), fakePeer(4, 'Ben'))],
    [3, left],
  );
  expect(namesOf(visit)).toEqual(['Ben', 'Ana', '']);
});
