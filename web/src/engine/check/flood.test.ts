import { expect, test } from 'vitest';
import type { BulkChannel } from '../peer/bulk-channel.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { flood } from './flood.ts';
import { whileTimePasses } from '../testing/time-passes.ts';

/** A way that carries so many bytes every 4 ms. */
function setup(bytesPerStep: number) {
  const clock = new FakeClock();
  const low = new Set<() => void>();
  const frame = new Set<(arrived: ArrayBuffer) => void>();
  let queuedBytes = 0;
  let carriedBytes = 0;
  const maxQueuedBytes = 262_144;
  const from = {
    get hasRoom() {
      return queuedBytes < maxQueuedBytes;
    },
    send(sent: ArrayBuffer) {
      queuedBytes += sent.byteLength;
      return true;
    },
    on(_low: 'low', listener: () => void) {
      low.add(listener);
      return () => low.delete(listener);
    },
  };
  const to = {
    on(_frame: 'frame', listener: (arrived: ArrayBuffer) => void) {
      frame.add(listener);
      return () => frame.delete(listener);
    },
  };
  const carry = () => {
    carriedBytes += Math.min(bytesPerStep, queuedBytes);
    while (carriedBytes >= 16_384) {
      carriedBytes -= 16_384;
      queuedBytes -= 16_384;
      for (const arrive of frame) arrive(new ArrayBuffer(16_384));
      for (const refill of low) refill();
    }
    clock.after(4, carry);
  };
  carry();
  const ends = { from: from as unknown as BulkChannel, to: to as unknown as BulkChannel };
  const abort = new AbortController();
  const flooding = flood(ends, { clock, signal: abort.signal });
  return { clock, abort, flooding, listeners: () => low.size + frame.size };
}

test('what gets through in its time is the pace of the way', async () => {
  const { clock, flooding, listeners } = setup(1_000);
  expect(await whileTimePasses(clock, flooding)).toBeCloseTo(2_000_000, -5.6);
  expect(listeners()).toBe(0);
});

test('a fast way is not flooded for longer than it takes to see that', async () => {
  const { clock, flooding } = setup(100_000);
  expect(await whileTimePasses(clock, flooding)).toBeGreaterThan(50_000_000);
  expect(clock.now()).toBeLessThan(500);
});

test('where nothing gets through, the pace is none', async () => {
  const { clock, flooding } = setup(0);
  expect(await whileTimePasses(clock, flooding)).toBe(0);
});

test('it ends when nobody wants to know any more', async () => {
  const { abort, flooding, listeners } = setup(1_000);
  abort.abort();
  expect(await flooding).toBe(0);
  expect(listeners()).toBe(0);
});
