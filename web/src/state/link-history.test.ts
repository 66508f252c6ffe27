import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import { type History, historyAfter, maxMoments } from './link-history.ts';
import { fakeLink, fakeRecord, goodLink } from './testing/fake-link-record.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const ben = peerIdFrom(new Uint8Array(16).fill(2));
const none: History = new Map();

test('each look adds a moment to whoever is connected', () => {
  const first = historyAfter(none, fakeRecord(fakeLink(ana)));
  const second = historyAfter(first, fakeRecord(fakeLink(ana), fakeLink(ben)));
  expect(second.get(ana)).toHaveLength(2);
  expect(second.get(ben)).toEqual([
    { rttMs: 24, lostComing: 0, lostGoing: 0, receivedKbps: 1_200, sentKbps: 900 },
  ]);
});

test('two minutes are remembered, and no more', () => {
  let history = none;
  for (let rttMs = 0; rttMs < maxMoments + 5; rttMs += 1)
    history = historyAfter(history, fakeRecord(fakeLink(ana, { ...goodLink, rttMs })));
  const rtts = history.get(ana)?.map(({ rttMs }) => rttMs);
  expect(rtts).toHaveLength(maxMoments);
  expect(rtts?.at(0)).toBe(5);
  expect(rtts?.at(-1)).toBe(maxMoments + 4);
});

test('whoever is cut off has a gap', () => {
  let history = historyAfter(none, fakeRecord(fakeLink(ana)));
  history = historyAfter(history, fakeRecord());
  history = historyAfter(history, fakeRecord(fakeLink(ana)));
  expect(history.get(ana)?.map(({ rttMs }) => rttMs)).toEqual([24, null, 24]);
});

test('whoever is gone is forgotten in time', () => {
  let history = historyAfter(none, fakeRecord(fakeLink(ana), fakeLink(ben)));
  for (let look = 0; look < maxMoments; look += 1)
    history = historyAfter(history, fakeRecord(fakeLink(ben)));
  expect([...history.keys()]).toEqual([ben]);
});
