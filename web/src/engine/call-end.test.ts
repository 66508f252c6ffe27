import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { closeCodes } from '../../../protocol/close-code.ts';
import { linkedCalls, makeCaller, rest } from './testing/linked-calls.ts';

test('leaving while a connection is down leaves no timer and no listener behind', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  ana.environment.connections[0]?.become('disconnected');
  ana.call.leave();
  await rest();
  expect(ana.environment.clock.pendingTimers).toBe(0);
  expect(ana.environment.wakeListeners.size).toBe(0);
});

test('[R6] leaving says so, and closes everything that was opened, on both sides', async () => {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  const states: string[] = [];
  ben.call.on('changed', ({ phase }) => states.push(phase));

  ben.call.leave();
  ben.call.leave();
  await rest(ana, ben);

  expect(room.departures).toEqual(['bye']);
  expect(states).toEqual(['ended']);
  expect(ben.call.state).toEqual({ phase: 'ended', reason: 'left' });
  expect(ana.call.state).toMatchObject({ peers: [] });
  for (const { environment } of [ana, ben]) {
    const open = environment.connections.filter(
      ({ signalingState }) => signalingState !== 'closed',
    );
    expect(open).toEqual([]);
    expect(environment.connections.every(({ channel }) => channel?.readyState === 'closed')).toBe(
      true,
    );
  }
  expect(ben.environment.clock.pendingTimers).toBe(0);
});

test('a peer that is left while it is being offered to leaves nothing behind', async () => {
  for (let turns = 0; turns < 40; turns += 1) {
    const { enter, visit } = linkedCalls();
    await enter('Ana');
    const ben = await visit('Ben');
    ben.call.join();
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    ben.call.leave();
    await setImmediate();
    expect(ben.environment.clock.pendingTimers).toBe(0);
  }
});

test('leaving in the middle of connecting leaves nothing behind', async () => {
  const { enter, visit } = linkedCalls();
  await enter('Ana');
  const ben = await visit('Ben');
  ben.call.join();
  // Candidates have been found, and wait for their frame.
  await setImmediate();
  const [connection] = ben.environment.connections;
  ben.call.leave();
  await rest();
  expect(ben.environment.clock.pendingTimers).toBe(0);
  expect(connection?.signalingState).toBe('closed');
});

test('a refused socket ends the call with its reason', async () => {
  const ana = makeCaller('Ana');
  await rest();
  ana.environment.sockets[0]?.accept();
  ana.environment.sockets[0]?.drop(closeCodes.unknownRoom);
  await rest(ana);
  expect(ana.call.state).toEqual({ phase: 'ended', reason: 'unknownRoom' });
});
