import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import type { Verdict } from '../engine/quality/verdict.ts';
import { type Sightings, newlyTold, sightingsAfter, stillHolds } from './alerts.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const bad: Verdict = { cause: 'uplink', whose: 'own', affected: [ana], severity: 'bad' };
const poor: Verdict = { ...bad, severity: 'poor' };
const theirs: Verdict = { ...bad, whose: ana };

function setup() {
  let sightings: Sightings = new Map();
  let nowMs = 0;
  /** Goes on for so long with these verdicts, looking every two seconds; gives what is told meanwhile. */
  const go = (seconds: number, ...verdicts: Verdict[]): Verdict[] => {
    const told: Verdict[] = [];
    for (const endMs = nowMs + seconds * 1_000; nowMs < endMs; nowMs += 2_000) {
      const next = sightingsAfter(sightings, verdicts, nowMs);
      told.push(...newlyTold(sightings, next));
      sightings = next;
    }
    return told;
  };
  return { go, holds: (verdict: Verdict) => stillHolds(verdict, sightings, nowMs) };
}

test('what is bad is told once it is no mere moment', () => {
  const { go } = setup();
  expect(go(2, bad)).toEqual([]);
  expect(go(2, bad)).toEqual([bad]);
});

test('a bad moment that passes is not told', () => {
  const { go } = setup();
  expect([...go(2, bad), ...go(20), ...go(2, bad)]).toEqual([]);
});

test('it is told once, however long it goes on', () => {
  expect(setup().go(600, bad)).toEqual([bad]);
});

test('what comes back within a minute is not told again; later it is', () => {
  const { go } = setup();
  expect(go(20, bad)).toEqual([bad]);
  go(40);
  expect(go(20, bad)).toEqual([]);
  go(70);
  expect(go(20, bad)).toEqual([bad]);
});

test('what is poor is told when it lasts, and only of oneself', () => {
  const { go } = setup();
  expect(go(30, poor)).toEqual([]);
  expect(go(4, poor)).toEqual([poor]);
  expect(setup().go(120, { ...theirs, severity: 'poor' })).toEqual([]);
});

test('two causes are told each by itself', () => {
  const { go } = setup();
  go(20, bad);
  expect(go(20, bad, theirs)).toEqual([theirs]);
});

test('distance is not told, nor a relay by TCP that loses nothing: nothing is broken', () => {
  expect(setup().go(120, { ...theirs, cause: 'distance' })).toEqual([]);
  expect(setup().go(120, { ...poor, cause: 'tcp-relay' })).toEqual([]);
  expect(setup().go(120, { ...bad, cause: 'tcp-relay' })).toHaveLength(1);
});

test('what was told of holds until it has not been seen for some seconds', () => {
  const { go, holds } = setup();
  go(20, bad);
  expect(holds(bad)).toBe(true);
  go(2);
  expect(holds(bad)).toBe(true);
  go(4);
  expect(holds(bad)).toBe(false);
});
