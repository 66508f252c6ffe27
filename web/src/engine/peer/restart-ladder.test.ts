import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { RestartLadder } from './restart-ladder.ts';

function setup(state: RTCPeerConnectionState = 'connected') {
  const clock = new FakeClock();
  const events: string[] = [];
  const said = (event: string) => () => void events.push(`${event} ${clock.now() / 1_000}`);
  const traffic = { bytes: 0 };
  const ladder = new RestartLadder({
    clock,
    restartsBeforeRedial: 2,
    restart: said('restart'),
    redial: said('redial'),
    onLate: said('late'),
    bytesReceived: () => Promise.resolve(traffic.bytes),
  });
  ladder.follow(state);
  /** Time goes by, and what was asked of the connection is answered. */
  const pass = async (ms: number) => {
    clock.advance(ms);
    await setImmediate();
  };
  return { clock, events, ladder, pass, traffic };
}

test('[I2] two seconds of silence are waited out, and no more', async () => {
  const { events, ladder, pass } = setup();
  ladder.follow('disconnected');
  await pass(1_999);
  expect(events).toEqual([]);
  await pass(1);
  expect(events).toEqual(['restart 2']);
});

test('[I2] while something still comes in nothing is restarted', async () => {
  const { events, ladder, pass, traffic } = setup();
  ladder.follow('disconnected');
  for (let second = 0; second < 3; second += 1) {
    traffic.bytes += 1_000;
    await pass(2_000);
  }
  expect(events).toEqual([]);
  await pass(2_000);
  expect(events).toEqual(['restart 8']);
});

test('[I2] a connection that comes back by itself is left alone', async () => {
  const { clock, events, ladder, pass } = setup();
  ladder.follow('disconnected');
  await pass(1_500);
  ladder.follow('connected');
  await pass(60_000);
  ladder.follow('disconnected');
  await pass(2_000);
  ladder.follow('connected');
  expect(events).toEqual(['restart 63.5']);
  expect(clock.pendingTimers).toBe(0);
});

test('[I5] a connection that never comes about is said to be late, and tried further', async () => {
  const { events, pass } = setup('connecting');
  await pass(15_000);
  expect(events).toEqual(['late 15', 'restart 15']);
  await pass(4_000);
  expect(events).toEqual(['late 15', 'restart 15', 'restart 19']);
});

test('[I1] a failed connection is restarted at once', () => {
  const { events, ladder } = setup();
  ladder.follow('failed');
  expect(events).toEqual(['restart 0']);
});

test('[I3] restarts without effect are followed by a redial, and so on, without end', async () => {
  const { events, ladder, pass } = setup();
  ladder.follow('disconnected');
  await pass(2_000);
  ladder.follow('connecting');
  await pass(50_000);
  expect(events).toEqual([
    'restart 2',
    'restart 6',
    'redial 10',
    'restart 18',
    'restart 26',
    'redial 34',
    'restart 42',
    'restart 50',
  ]);
});

test('[I3] after two minutes tries are 15 seconds apart, and go on', async () => {
  const { events, ladder, pass } = setup();
  ladder.follow('failed');
  await pass(130_000);
  events.length = 0;
  await pass(600_000);
  expect(events).toHaveLength(40);
});

test('[I3] after a try that worked, the next trouble is met as quickly as the first', async () => {
  const { events, ladder, pass } = setup();
  ladder.follow('failed');
  await pass(20_000);
  ladder.follow('connected');
  events.length = 0;
  ladder.follow('failed');
  await pass(4_000);
  expect(events).toEqual(['restart 20', 'restart 24']);
});

test('[I3] a try that fails at once is not repeated at once', async () => {
  const { events, ladder, pass } = setup();
  for (let lap = 0; lap < 10; lap += 1) {
    ladder.follow('failed');
    await pass(100);
    ladder.follow('connecting');
  }
  expect(events).toEqual(['restart 0']);
});

test('[I1] a request that crosses a restart, or repeats itself, changes nothing', async () => {
  const { events, ladder, pass } = setup();
  ladder.request();
  ladder.request();
  expect(events).toEqual(['restart 0']);
  await pass(60_000);
  ladder.follow('failed');
  ladder.request();
  expect(events).toEqual(['restart 0', 'restart 60']);
});

test('[I4] the events of one waking up count once', async () => {
  const { events, ladder, pass } = setup();
  ladder.follow('disconnected');
  for (let event = 0; event < 3; event += 1) ladder.wake();
  expect(events).toEqual(['restart 0']);
  await pass(4_000);
  expect(events).toEqual(['restart 0', 'restart 4']);
});

test('[I4] waking up restarts what is down, and nothing else', async () => {
  const { events, ladder, pass } = setup();
  ladder.wake();
  expect(events).toEqual([]);
  ladder.follow('disconnected');
  await pass(500);
  ladder.wake();
  expect(events).toEqual(['restart 0.5']);
});

test('[I4] another network restarts what is up as well, once', async () => {
  const { events, ladder, pass } = setup();
  ladder.networkChanged();
  ladder.networkChanged();
  await pass(60_000);
  expect(events).toEqual(['restart 0']);
});

test('[I5] a connection that takes the place of one that was up is watched from its beginning', async () => {
  const { events, ladder, pass } = setup();
  ladder.follow('new');
  ladder.follow('connecting');
  await pass(15_000);
  expect(events).toEqual(['restart 15']);
});

test('after close nothing is waited for', () => {
  const { clock, events, ladder } = setup();
  ladder.follow('failed');
  ladder.close();
  ladder.follow('failed');
  ladder.wake();
  ladder.networkChanged();
  ladder.request();
  expect(events).toEqual(['restart 0']);
  expect(clock.pendingTimers).toBe(0);
});
