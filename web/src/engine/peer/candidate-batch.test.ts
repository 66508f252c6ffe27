import { expect, test } from 'vitest';
import type { Candidate } from '../../../../protocol/peer.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { CandidateBatch } from './candidate-batch.ts';

function setup() {
  const clock = new FakeClock();
  const sent: string[][] = [];
  const batch = new CandidateBatch(clock, (candidates: Candidate[]) =>
    sent.push(candidates.map(({ candidate }) => candidate)),
  );
  const found = (candidate: string) =>
    batch.add({
      candidate,
      sdpMid: '0',
      sdpMLineIndex: 0,
      usernameFragment: 'u',
    } as RTCIceCandidate);
  return { clock, sent, batch, found };
}

test('[N5] candidates found close together travel together', () => {
  const { clock, sent, found } = setup();
  found('a');
  clock.advance(10);
  found('b');
  expect(sent).toEqual([]);
  clock.advance(10);
  expect(sent).toEqual([['a', 'b']]);
  found('c');
  clock.advance(20);
  expect(sent).toEqual([['a', 'b'], ['c']]);
});

test('[N5] the end of candidates is said at once, with what was waiting', () => {
  const { clock, sent, batch, found } = setup();
  found('a');
  batch.add(null);
  expect(sent).toEqual([['a', '']]);
  clock.advance(100);
  expect(sent).toHaveLength(1);
});

test('after close nothing is sent', () => {
  const { clock, sent, batch, found } = setup();
  found('a');
  batch.close();
  clock.advance(100);
  expect(sent).toEqual([]);
  expect(clock.pendingTimers).toBe(0);
});
