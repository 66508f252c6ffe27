import { expect, test } from 'vitest';
import { linkTo, peerId, recordOf } from '../../testing/call-records.ts';
import { distance } from './distance.ts';

function severities(mine: number | null, theirs: number | null) {
  const link = linkTo('ben', { mine: { rttMs: mine }, theirs: { rttMs: theirs } });
  return distance(recordOf([link])).map(({ severity }) => severity);
}

test('a long round trip is a distance to that peer', () => {
  const link = linkTo('ben', { mine: { rttMs: 400 }, theirs: { rttMs: 420 } });
  expect(distance(recordOf([linkTo('cleo'), link]))).toEqual([
    { cause: 'distance', whose: peerId('ben'), affected: [peerId('ben')], severity: 'poor' },
  ]);
  expect(severities(900, 1_000)).toEqual(['bad']);
});

test('what only one end finds long stood in line there', () => {
  expect(severities(900, 40)).toEqual([]);
  expect(severities(40, 900)).toEqual([]);
});

test('an end that doesn’t know is not asked', () => {
  expect(severities(400, null)).toEqual(['poor']);
  expect(severities(null, null)).toEqual([]);
  expect(distance(recordOf([linkTo('ben', { mine: { rttMs: 400 }, theirs: null })]))).toHaveLength(
    1,
  );
});
