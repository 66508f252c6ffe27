import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { IceMonitor } from './ice-monitor.ts';

function setup() {
  const clock = new FakeClock();
  const restartsMs: number[] = [];
  const restart = () => restartsMs.push(clock.now());
  const monitor = new IceMonitor({ clock, restart, onLate: () => undefined });
  monitor.follow('connected');
  return { clock, restartsMs, monitor };
}

test('[I2] two seconds of silence are waited out, and no more', () => {
  const { clock, restartsMs, monitor } = setup();
  monitor.follow('disconnected');
  clock.advance(1_999);
  expect(restartsMs).toEqual([]);
  clock.advance(1);
  expect(restartsMs).toEqual([2_000]);
});

test('[I2] a connection that comes back by itself is left alone', () => {
  const { clock, restartsMs, monitor } = setup();
  monitor.follow('disconnected');
  clock.advance(1_500);
  monitor.follow('connected');
  clock.advance(60_000);
  expect(restartsMs).toEqual([]);
  expect(clock.pendingTimers).toBe(0);
});

test('[I5] a connection that never comes about is said to be late, and tried further', () => {
  const clock = new FakeClock();
  const events: string[] = [];
  const said = (event: string) => () => void events.push(event);
  const monitor = new IceMonitor({ clock, restart: said('restart'), onLate: said('late') });
  monitor.follow('connecting');
  clock.advance(15_000);
  expect(events).toEqual(['late', 'restart']);
  clock.advance(4_000);
  expect(events).toEqual(['late', 'restart', 'restart']);
});

test('[I1] a failed connection is restarted at once', () => {
  const { restartsMs, monitor } = setup();
  monitor.follow('failed');
  expect(restartsMs).toEqual([0]);
});

test('[I3] a restart without effect is followed by others, further and further apart, without end', () => {
  const { clock, restartsMs, monitor } = setup();
  monitor.follow('disconnected');
  clock.advance(2_000);
  monitor.follow('connecting');
  clock.advance(100_000);
  const gapsMs = restartsMs.slice(1).map((ms, index) => ms - (restartsMs[index] ?? 0));
  expect(gapsMs).toEqual([4_000, 8_000, 15_000, 15_000, 15_000, 15_000, 15_000]);
});

test('[I3] after a restart that worked, the next trouble is met as quickly as the first', () => {
  const { clock, restartsMs, monitor } = setup();
  monitor.follow('failed');
  clock.advance(20_000);
  monitor.follow('connected');
  restartsMs.length = 0;
  monitor.follow('failed');
  clock.advance(4_000);
  expect(restartsMs).toHaveLength(2);
});

test('[I3] a restart that fails at once is not repeated at once', () => {
  const { clock, restartsMs, monitor } = setup();
  for (let lap = 0; lap < 10; lap += 1) {
    monitor.follow('failed');
    clock.advance(100);
    monitor.follow('connecting');
  }
  expect(restartsMs).toEqual([0]);
});

test('[I1] a request that crosses a restart, or repeats itself, changes nothing', () => {
  const { clock, restartsMs, monitor } = setup();
  monitor.request();
  monitor.request();
  expect(restartsMs).toEqual([0]);
  clock.advance(60_000);
  expect(restartsMs).toEqual([0]);
  monitor.follow('failed');
  monitor.request();
  expect(restartsMs).toEqual([0, 60_000]);
});

test('[I4] the events of one waking up count once', () => {
  const { clock, restartsMs, monitor } = setup();
  monitor.follow('disconnected');
  for (let event = 0; event < 3; event += 1) monitor.wake();
  expect(restartsMs).toEqual([0]);
  clock.advance(4_000);
  expect(restartsMs).toEqual([0, 4_000]);
});

test('[I4] waking up restarts what is down, and nothing else', () => {
  const { clock, restartsMs, monitor } = setup();
  monitor.wake();
  expect(restartsMs).toEqual([]);
  monitor.follow('disconnected');
  clock.advance(500);
  monitor.wake();
  expect(restartsMs).toEqual([500]);
});

test('after close nothing is waited for', () => {
  const { clock, monitor } = setup();
  monitor.follow('failed');
  monitor.close();
  monitor.follow('failed');
  monitor.wake();
  monitor.request();
  expect(clock.pendingTimers).toBe(0);
});
