import { expect, test } from 'vitest';
import { judgeRelay } from './judge-relay.ts';
import type { Figures, RelayRecord } from './relay-trial.ts';
import { chromium, firefox } from '../testing/recorded-trials.ts';

const address = { transport: 'udp', host: 'relay.test', port: 3478 } as const;
const outcomeOf = (record: RelayRecord) => judgeRelay(address, record).outcome;
const nothing: RelayRecord = {
  candidateCount: 0,
  errorCodes: [],
  end: 'gathered',
  figures: undefined,
};
const gradesOf = (figures: Partial<Figures>) =>
  judgeRelay(address, {
    ...chromium.fine,
    figures: { roundTripMs: 20, loss: 0, bitsPerSecond: 4_000_000, ...figures },
  }).grades;

test.each([
  ['Chromium', chromium.fine],
  ['Chromium, by TCP', chromium.fineByTcp],
  ['Firefox', firefox.fine],
])('a way works when something came through it: %s', (_browser, record) => {
  expect(judgeRelay(address, record)).toMatchObject({ address, outcome: 'works', grades: [] });
});

test.each([
  ['Chromium, UDP', chromium.udpBlocked],
  ['Chromium, TCP', chromium.tcpBlocked],
  ['Firefox, UDP', firefox.udpBlocked],
  ['Firefox, TCP', firefox.tcpBlocked],
])('a port from which nothing came back is blocked: %s', (_browser, record) => {
  expect(outcomeOf(record)).toBe('blocked');
});

test.each([
  ['Chromium', chromium.wrongSecret],
  ['Chromium, by TLS', chromium.wrongSecretByTls],
  ['Firefox', firefox.wrongSecret],
])('a relay that takes no credentials of this server has refused: %s', (_browser, record) => {
  expect(outcomeOf(record)).toBe('refused');
});

test('a way that ended at once is closed, whether the browser says so or not', () => {
  expect(outcomeOf({ ...nothing, errorCodes: [701] })).toBe('closed');
  expect(outcomeOf(firefox.strangeCertificate)).toBe('closed');
});

test('a relay without room is full, even if one of the two ends found some', () => {
  expect(outcomeOf({ ...nothing, errorCodes: [486] })).toBe('full');
  expect(outcomeOf({ ...nothing, errorCodes: [508] })).toBe('full');
  expect(outcomeOf({ ...nothing, candidateCount: 1, errorCodes: [486], end: 'late' })).toBe('full');
});

test('a relay that gave addresses and let nothing through leaves one unconnected', () => {
  expect(outcomeOf({ ...nothing, candidateCount: 2, end: 'late' })).toBe('unconnected');
  expect(outcomeOf({ ...nothing, candidateCount: 2, end: 'open' })).toBe('unconnected');
});

test('what works may be slow, lossy or far', () => {
  expect(gradesOf({})).toEqual([]);
  expect(gradesOf({ bitsPerSecond: 600_000 })).toEqual(['slow']);
  expect(gradesOf({ loss: 0.05 })).toEqual(['lossy']);
  expect(gradesOf({ roundTripMs: 400 })).toEqual(['far']);
  expect(gradesOf({ bitsPerSecond: 90_000, loss: 0.3, roundTripMs: 900 })).toEqual([
    'slow',
    'lossy',
    'far',
  ]);
  expect(judgeRelay(address, chromium.loss).grades).toEqual(['lossy']);
});
