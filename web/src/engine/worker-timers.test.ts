import { expect, test } from 'vitest';
import { FakeClock } from './testing/fake-clock.ts';
import type { TimerRequest } from './timer-worker.ts';
import { workerTimers } from './worker-timers.ts';

function setup() {
  const clock = new FakeClock();
  const asked: TimerRequest[] = [];
  const worker = Object.assign(new EventTarget(), {
    postMessage: (request: TimerRequest) => void asked.push(request),
  });
  const rung: string[] = [];
  const after = workerTimers(worker as never, (delayMs, task) => clock.after(delayMs, task));
  const set = (name: string, delayMs: number) => after(delayMs, () => rung.push(name));
  const ring = (request: TimerRequest | undefined) =>
    worker.dispatchEvent(new MessageEvent('message', { data: request?.id }));
  const fail = () => worker.dispatchEvent(new Event('error'));
  return { clock, asked, rung, set, ring, fail };
}

test('a timer rings when the Worker says so, once', () => {
  const { asked, rung, set, ring } = setup();
  set('a', 100);
  set('b', 50);
  expect(asked.map(({ delayMs }) => delayMs)).toEqual([100, 50]);
  ring(asked[1]);
  ring(asked[1]);
  expect(rung).toEqual(['b']);
});

test('a timer that was cancelled does not ring', () => {
  const { asked, rung, set, ring } = setup();
  set('a', 100)();
  ring(asked[0]);
  expect(rung).toEqual([]);
});

test('where the Worker does not start the page keeps the time, also for what was asked before', () => {
  const { clock, asked, rung, set, fail } = setup();
  set('before', 100);
  const cancel = set('cancelled', 100);
  fail();
  cancel();
  set('after', 50);
  clock.advance(100);
  expect(rung).toEqual(['after', 'before']);
  expect(asked).toHaveLength(2);
});
