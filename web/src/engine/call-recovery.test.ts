import { expect, test } from 'vitest';
import { closeCodes } from '../../../protocol/close-code.ts';
import { connected, linkedCalls, makeCaller, rest } from './testing/linked-calls.ts';

test('losing the room does not touch what is connected', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  // Both at once, as when the server dies: neither is told that the other left.
  for (const { environment } of [ana, ben]) {
    const socket = environment.sockets.at(-1);
    if (socket) socket.ended = () => undefined;
    socket?.drop();
  }
  expect(ana.call.state).toMatchObject({ phase: 'inside', isReachable: false });
  expect(connected(ana)).toEqual(['Ben']);
  expect(connected(ben)).toEqual(['Ana']);
});

test('coming back after a lost socket takes a seat again and connects with everyone', async () => {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  ben.environment.sockets.at(-1)?.drop();
  await rest(ana, ben);
  expect(connected(ana)).toEqual([]);

  ben.environment.clock.advance(300);
  ben.reach(room);
  await rest(ana, ben);
  expect(connected(ana)).toEqual(['Ben']);
  expect(connected(ben)).toEqual(['Ana']);
});

test('a failed connection restarts ICE, from one side only', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  const offersSent = () =>
    [ana, ben]
      .flatMap(({ environment }) => environment.sockets)
      .flatMap(({ sent }) => sent)
      .filter((frame) => frame.includes(String.raw`\"type\":\"offer\"`)).length;
  expect(offersSent()).toBe(1);

  for (const { environment } of [ana, ben]) environment.connections[0]?.become('failed');
  expect(ana.call.state).toMatchObject({ peers: [{ link: 'failed' }] });
  await rest(ana, ben);

  expect(connected(ana)).toEqual(['Ben']);
  expect(connected(ben)).toEqual(['Ana']);
  expect(offersSent()).toBe(2);
});

test('a connection that never comes about is called failed, and not waited for in silence', async () => {
  const { enter, visit } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await visit('Ben');
  const [deaf] = ben.environment.sockets;
  if (deaf) deaf.deliver = () => undefined;
  ben.call.join();
  await rest(ana);
  expect(ana.call.state).toMatchObject({ peers: [{ link: 'connecting' }] });
  ana.environment.clock.advance(15_000);
  expect(ana.call.state).toMatchObject({ peers: [{ link: 'failed' }] });
});

test('leaving closes everything that was opened, on both sides', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  const states: string[] = [];
  ben.call.on('changed', ({ phase }) => states.push(phase));

  ben.call.leave();
  ben.call.leave();
  await rest(ana, ben);

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

test('a refused socket ends the call with its reason', async () => {
  const ana = makeCaller('Ana');
  ana.environment.sockets[0]?.accept();
  ana.environment.sockets[0]?.drop(closeCodes.unknownRoom.code);
  await rest(ana);
  expect(ana.call.state).toEqual({ phase: 'ended', reason: 'unknownRoom' });
});
