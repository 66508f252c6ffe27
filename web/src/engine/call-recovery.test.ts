import { expect, test } from 'vitest';
import { closeCodes } from '../../../protocol/close-code.ts';
import { FakeTrack } from './testing/fake-media.ts';
import { connected, linkedCalls, rest } from './testing/linked-calls.ts';

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

test('people who come back at the same moment are connected once, and nothing of before is left', async () => {
  const { room, enter } = linkedCalls();
  const callers = [await enter('Ana')];
  callers.push(await enter('Ben', ...callers));
  await rest(...callers);
  for (const { environment } of callers) environment.sockets.at(-1)?.drop();
  for (const { environment } of callers) environment.clock.advance(300);
  for (const caller of callers) caller.reach(room);
  await rest(...callers);
  for (const caller of callers) {
    expect(connected(caller)).toHaveLength(1);
    const { connections } = caller.environment;
    expect(connections.filter(({ signalingState }) => signalingState !== 'closed')).toHaveLength(1);
  }
});

test('[R5] someone whose own ghost fills the room keeps the call and comes back when it is gone', async () => {
  const { room, enter } = linkedCalls(2);
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  // The network is gone, and the room has not noticed yet.
  const [ghost] = ben.environment.sockets;
  const ghostEnds = ghost?.ended;
  if (ghost) ghost.ended = () => undefined;
  ghost?.drop();
  ben.environment.clock.advance(300);
  ben.reach(room);
  await rest(ana, ben);
  expect(ben.call.state).toMatchObject({ phase: 'inside', isReachable: false });
  expect(connected(ben)).toEqual(['Ana']);

  ghostEnds?.(1006);
  await rest(ana, ben);
  expect(ben.call.state).toMatchObject({ phase: 'inside', isReachable: true });
  expect(connected(ben)).toEqual(['Ana']);
  expect(connected(ana)).toEqual(['Ben']);
});

test('a room lost from the lobby is said, and so is a server that fails', async () => {
  const { visit } = linkedCalls();
  const ana = await visit('Ana');
  ana.environment.sockets.at(-1)?.drop();
  expect(ana.call.state).toMatchObject({ phase: 'connecting', hasServerFailed: false });
  ana.environment.clock.advance(300);
  ana.environment.sockets.at(-1)?.drop(closeCodes.serverError);
  expect(ana.call.state).toMatchObject({ phase: 'connecting', hasServerFailed: true });
});

test('[I1] a failed connection restarts ICE, from the side whose id sorts last', async () => {
  const { visit } = linkedCalls();
  // The fake room numbers its peers upwards: Ana sorts first. She offers, because she joins last.
  const [ana, ben] = [await visit('Ana'), await visit('Ben')];
  for (const { call } of [ben, ana]) {
    call.join();
    await rest(ana, ben);
  }
  const lastWritten = () =>
    [ana, ben].map(({ environment }) => environment.connections[0]?.localDescription?.type);
  expect(lastWritten()).toEqual(['offer', 'answer']);

  for (const { environment } of [ana, ben]) environment.connections[0]?.become('failed');
  expect(ana.call.state).toMatchObject({ peers: [{ link: 'interrupted' }] });
  await rest(ana, ben);

  expect(lastWritten()).toEqual(['answer', 'offer']);
  expect(connected(ana)).toEqual(['Ben']);
  expect(connected(ben)).toEqual(['Ana']);
});

test('[I2] the polite side, which alone sees the silence, has the other restart ICE', async () => {
  const { visit } = linkedCalls();
  const [ana, ben] = [await visit('Ana'), await visit('Ben')];
  for (const { call } of [ben, ana]) {
    call.join();
    await rest(ana, ben);
  }
  // Nothing gets through any more; Ben's browser has not noticed yet.
  const [link] = ana.environment.connections;
  link?.become('disconnected');
  const channel = ben.environment.connections[0]?.channel;
  if (!channel) throw new Error('Ben has a channel to Ana');
  channel.isConnected = false;
  ana.environment.clock.advance(2_000);
  await rest(ana, ben);
  // His offer is lost in the channel; overdue after a second, it goes through the relay.
  ben.environment.clock.advance(1_000);
  await rest(ana, ben);
  expect(link?.localDescription?.type).toBe('answer');
  expect(connected(ana)).toEqual(['Ben']);
});

test('a connection that is being restored says so, and not that it is a first one', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  for (const state of ['disconnected', 'failed', 'connecting'] as const) {
    ana.environment.connections[0]?.become(state);
    expect(ana.call.state).toMatchObject({ peers: [{ link: 'interrupted' }] });
  }
});

test('someone announced twice is connected once', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  const { state } = ana.call;
  const id = state.phase === 'inside' ? state.peers[0]?.id : undefined;
  ana.environment.sockets.at(-1)?.deliver(JSON.stringify({ type: 'peer-joined', peer: { id } }));
  const { connections } = ana.environment;
  expect(connections).toHaveLength(1);
  await rest(ana, ben);
  expect(connected(ana)).toEqual(['Ben']);
});

test('when the data channel is gone, the relay says what has changed', async () => {
  const { visit } = linkedCalls();
  const [ana, ben] = [await visit('Ana'), await visit('Ben')];
  ben.call.publish('camera', new FakeTrack('video') as unknown as MediaStreamTrack);
  for (const { call } of [ana, ben]) call.join();
  await rest(ana, ben);
  expect(ana.call.state).toMatchObject({ peers: [{ slotsInUse: { camera: true } }] });

  ben.environment.connections[0]?.channel?.close();
  ben.call.publish('camera', null);
  await rest(ana, ben);
  expect(ana.call.state).toMatchObject({ peers: [{ slotsInUse: { camera: false } }] });
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
  ana.environment.connections[0]?.become('connecting');
  expect(ana.call.state).toMatchObject({ peers: [{ link: 'failed' }] });
});
