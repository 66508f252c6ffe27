import { expect, test } from 'vitest';
import { FakeTrack } from './testing/fake-media.ts';
import { connected, linkedCalls, rest } from './testing/linked-calls.ts';

test('[I7] whoever the room has given up goes when their connection has been down for two minutes', async () => {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  ben.environment.sockets.at(-1)?.drop();
  room.endGraces();
  await rest(ana, ben);
  ana.environment.connections[0]?.become('disconnected');
  ana.environment.clock.advance(119_000);
  expect(ana.call.state).toMatchObject({ peers: [{ link: 'interrupted' }] });
  ana.environment.clock.advance(1_000);
  expect(ana.call.state).toMatchObject({ peers: [] });
});

test('[I6] someone who leaves while the room is down is seen to leave', async () => {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  room.crash();
  ben.call.leave();
  await rest(ana, ben);
  expect(ana.call.state).toMatchObject({ peers: [] });
});

test('[I6] a connection that the other side closes is a departure only while the room can not tell', async () => {
  for (const isRoomDown of [false, true]) {
    const { room, enter } = linkedCalls();
    const ana = await enter('Ana');
    const ben = await enter('Ben', ana);
    await rest(ana, ben);
    if (isRoomDown) room.crash();
    ben.environment.connections[0]?.close();
    await rest(ana);
    expect(connected(ana)).toEqual(isRoomDown ? [] : ['Ben']);
  }
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
  ana.environment.sockets.at(-1)?.deliver(JSON.stringify({ type: 'peer-joined', id }));
  const { connections } = ana.environment;
  expect(connections).toHaveLength(1);
  await rest(ana, ben);
  expect(connected(ana)).toEqual(['Ben']);
});

test('when the data channel is gone, the relay says what has changed', async () => {
  const { visit } = linkedCalls();
  const [ana, ben] = [await visit('Ana'), await visit('Ben')];
  ben.call.self.publish('camera', new FakeTrack('video') as unknown as MediaStreamTrack);
  for (const { call } of [ana, ben]) call.join();
  await rest(ana, ben);
  expect(ana.call.state).toMatchObject({ peers: [{ slotsInUse: { camera: true } }] });

  ben.environment.connections[0]?.channel?.close();
  ben.call.self.publish('camera', null);
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
