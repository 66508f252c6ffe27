import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { FakeDataChannel } from '../testing/fake-link.ts';
import { lossOf, probe, roundTripMs } from './probe.ts';
import { whileTimePasses } from '../testing/time-passes.ts';

interface Way {
  readonly delayMs?: number;
  readonly isLost?: (index: number) => boolean;
}

/** A way that takes `delayMs`, and on which what `isLost` says is lost. */
function setup({ delayMs = 0, isLost = () => false }: Way = {}) {
  const clock = new FakeClock();
  const [from, to] = [new FakeDataChannel(), new FakeDataChannel()];
  for (const [one, other] of [
    [from, to],
    [to, from],
  ] as const)
    one.open(other);
  let sent = 0;
  from.send = (frame) => {
    const index = sent;
    sent += 1;
    if (isLost(index)) return;
    clock.after(delayMs, () => to.dispatchEvent(new MessageEvent('message', { data: frame })));
  };
  const abort = new AbortController();
  const ends = { from: from as unknown as RTCDataChannel, to: to as unknown as RTCDataChannel };
  const probing = probe(ends, { clock, signal: abort.signal });
  return { clock, abort, probing };
}

test('packets tell how long the way takes', async () => {
  const { clock, probing } = setup({ delayMs: 40 });
  const probed = await whileTimePasses(clock, probing);
  expect(roundTripMs(probed)).toBe(40);
  expect(lossOf(probed)).toBe(0);
});

test('packets that don’t arrive are counted', async () => {
  const { clock, probing } = setup({ isLost: (index) => index % 4 === 0 });
  const probed = await whileTimePasses(clock, probing);
  expect(lossOf(probed)).toBe(0.25);
});

test('what comes later than a call could use it is lost', async () => {
  const { clock, probing } = setup({ delayMs: 5_000 });
  const probed = await whileTimePasses(clock, probing);
  expect(lossOf(probed)).toBe(1);
  expect(roundTripMs(probed)).toBeUndefined();
});

test('it is over as soon as everything has arrived, or nobody wants to know', async () => {
  const { clock, probing } = setup({ delayMs: 20 });
  await whileTimePasses(clock, probing);
  expect(clock.now()).toBeLessThan(1_300);
  expect(clock.pendingTimers).toBe(0);

  const unwanted = setup({ delayMs: 20 });
  unwanted.abort.abort();
  const probed = await unwanted.probing;
  expect(probed.sent).toBe(1);
});
