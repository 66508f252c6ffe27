import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import type { Verdict } from '../engine/quality/verdict.ts';
import { fakeLink } from './testing/fake-link-record.ts';
import { type Sightings, alertOf, noted, sightingsAfter } from './alerts.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const bad: Verdict = { cause: 'uplink', whose: 'own', affected: [ana], severity: 'bad' };
const poor: Verdict = { ...bad, severity: 'poor' };
const theirs: Verdict = { ...bad, whose: ana };

function setup() {
  let sightings: Sightings = new Map();
  let links = [fakeLink(ana)];
  let nowMs = 0;
  /** Goes on for so long with these verdicts, looking every two seconds; gives what is told meanwhile. */
  const go = (seconds: number, ...verdicts: Verdict[]): Verdict[] => {
    const told: Verdict[] = [];
    for (const endMs = nowMs + seconds * 1_000; nowMs < endMs; nowMs += 2_000) {
      sightings = sightingsAfter(sightings, { links, verdicts }, nowMs);
      const alert = alertOf(sightings, nowMs);
      if (alert && alert !== told.at(-1)) told.push(alert);
    }
    return told;
  };
  const note = (...verdicts: Verdict[]) => void (sightings = noted(sightings, verdicts));
  const leaves = () => void (links = []);
  return { go, note, leaves };
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

test('it is told until it was not seen for some seconds', () => {
  const { go } = setup();
  go(20, bad);
  expect(go(4)).toEqual([bad]);
  expect(go(4)).toEqual([]);
});

test('what comes back within a minute is not told again; later it is', () => {
  const { go } = setup();
  expect(go(20, bad)).toEqual([bad]);
  go(40);
  expect(go(20, bad)).toEqual([]);
  go(70);
  expect(go(20, bad)).toEqual([bad]);
});

test('what was noted is not told again, however long it goes on', () => {
  const { go, note } = setup();
  go(20, bad);
  note(bad);
  expect(go(600, bad)).toEqual([]);
});

test('what is poor is told when it lasts, and only of oneself', () => {
  const { go } = setup();
  expect(go(30, poor)).toEqual([]);
  expect(go(4, poor)).toEqual([poor]);
  expect(setup().go(120, { ...theirs, severity: 'poor' })).toEqual([]);
});

test('what is worse takes the place of what is told, and gives it back', () => {
  const { go, note } = setup();
  const slow: Verdict = { ...poor, cause: 'processor' };
  expect(go(40, slow)).toEqual([slow]);
  expect(go(4, slow, bad)).toEqual([slow, bad]);
  note(bad);
  expect(go(4, slow, bad)).toEqual([slow]);
});

test('of two that are as bad the first is told, and the other when that is over', () => {
  const { go } = setup();
  go(20, bad);
  expect(go(20, theirs, bad)).toEqual([bad]);
  expect(go(10, theirs)).toEqual([bad, theirs]);
});

test('what is poor all the time and bad for a moment is not told for that moment', () => {
  const { go } = setup();
  const slow: Verdict = { ...theirs, cause: 'tcp-relay', severity: 'poor' };
  expect([...go(60, slow), ...go(2, { ...slow, severity: 'bad' }), ...go(60, slow)]).toEqual([]);
});

test('what was bad for a while is told until it is over, though it is less bad by then', () => {
  const { go } = setup();
  const poorTheirs: Verdict = { ...theirs, severity: 'poor' };
  expect(go(10, theirs)).toEqual([theirs]);
  expect(go(10, poorTheirs)).toEqual([poorTheirs]);
  expect(go(10).at(-1)).toEqual(poorTheirs);
  expect(go(10)).toEqual([]);
});

test('nothing more is told of whoever has left', () => {
  const { go, leaves } = setup();
  expect(go(10, theirs)).toEqual([theirs]);
  leaves();
  expect(go(2)).toEqual([]);
});

test('distance is not told, nor a relay by TCP that loses nothing: nothing is broken', () => {
  expect(setup().go(120, { ...theirs, cause: 'distance' })).toEqual([]);
  expect(setup().go(120, { ...poor, cause: 'tcp-relay' })).toEqual([]);
  expect(setup().go(120, { ...bad, cause: 'tcp-relay' })).toHaveLength(1);
});
