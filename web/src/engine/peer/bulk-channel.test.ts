import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { BulkChannel, highWaterBytes } from './bulk-channel.ts';

/** The browser's own end: what is sent waits until the test has it go out. */
class FakeDataChannel extends EventTarget {
  readyState: RTCDataChannelState = 'open';
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;

  send(frame: ArrayBuffer): void {
    this.bufferedAmount += frame.byteLength;
  }

  /** So much of what waits goes out. */
  drain(bytes: number): void {
    const wasHigh = this.bufferedAmount > this.bufferedAmountLowThreshold;
    this.bufferedAmount = Math.max(0, this.bufferedAmount - bytes);
    const isLow = this.bufferedAmount <= this.bufferedAmountLowThreshold;
    if (wasHigh && isLow) this.dispatchEvent(new Event('bufferedamountlow'));
  }

  close(): void {
    this.readyState = 'closed';
  }

  /** The peer closes it. */
  fall(): void {
    this.close();
    this.dispatchEvent(new Event('close'));
  }
}

const frame = new ArrayBuffer(16 * 1024);

function opened() {
  const [clock, channel] = [new FakeClock(), new FakeDataChannel()];
  const connection = { createDataChannel: () => channel } as unknown as RTCPeerConnection;
  const bulk = new BulkChannel(connection, { clock, onOpen: () => undefined });
  let sentBytes = 0;
  const fill = () => {
    while (bulk.hasRoom && bulk.send(frame)) sentBytes += frame.byteLength;
  };
  bulk.on('low', fill);
  return { clock, channel, bulk, fill, sentBytes: () => sentBytes };
}

test('without a limit it takes what a browser is to hold', () => {
  const { channel, fill } = opened();
  fill();
  expect(channel.bufferedAmount).toBe(highWaterBytes);
});

test('without a limit it is low, and takes more, once a quarter is left', () => {
  const { channel, fill, sentBytes } = opened();
  fill();
  channel.drain((3 / 4) * highWaterBytes - 1);
  expect(sentBytes()).toBe(highWaterBytes);
  channel.drain(1);
  expect(sentBytes()).toBe((7 / 4) * highWaterBytes);
});

test('within a limit it is low, and takes more, once a quarter of what may wait is left', () => {
  const { clock, channel, bulk, fill } = opened();
  bulk.limit(8 * 400_000);
  fill();
  clock.advance(10_000);
  const most = channel.bufferedAmount;
  channel.drain(0.7 * most);
  clock.advance(1_000);
  expect(channel.bufferedAmount).toBeLessThan(most / 2);
  channel.drain(0.1 * most);
  clock.advance(1_000);
  expect(channel.bufferedAmount).toBeGreaterThan(0.9 * most);
});

test('within a limit it takes no more than that, and is low each time it takes more', () => {
  const { clock, channel, bulk, fill, sentBytes } = opened();
  bulk.limit(8 * 100_000);
  fill();
  for (let each = 0; each < 100; each += 1) {
    channel.drain(Infinity);
    clock.advance(100);
  }
  expect(sentBytes()).toBeGreaterThan(950_000);
  expect(sentBytes()).toBeLessThan(1_050_000);
});

test('within a limit no more waits than is soon through', () => {
  const { clock, channel, bulk, fill } = opened();
  bulk.limit(8 * 400_000);
  fill();
  clock.advance(10_000);
  expect(channel.bufferedAmount).toBeGreaterThanOrEqual(100_000);
  expect(channel.bufferedAmount).toBeLessThan(100_000 + frame.byteLength);
});

test('what waits is little as soon as more may wait', () => {
  const { clock, channel, bulk, fill } = opened();
  bulk.limit(8 * 200_000);
  fill();
  clock.advance(10_000);
  const before = channel.bufferedAmount;
  bulk.limit(8 * 2_000_000);
  clock.advance(1_000);
  expect(channel.bufferedAmount).toBeGreaterThan(5 * before);
});

test('what waits is not carried yet', () => {
  const { channel, bulk, fill } = opened();
  fill();
  expect(bulk.carriedBytes).toBe(0);
  channel.bufferedAmount -= 100_000;
  expect(bulk.carriedBytes).toBe(100_000);
});

test.for([
  ['here', ({ bulk }: ReturnType<typeof opened>) => bulk.close()],
  ['there', ({ channel }: ReturnType<typeof opened>) => channel.fall()],
] as const)('once closed %s it says so and waits for nothing', ([, close]) => {
  const made = opened();
  made.bulk.limit(8_000);
  made.fill();
  let hasRoom: boolean | undefined;
  made.bulk.on('closed', () => (hasRoom = made.bulk.hasRoom));
  close(made);
  expect(hasRoom).toBe(false);
  expect(made.clock.pendingTimers).toBe(0);
});
