import { expect, test } from 'vitest';
import { FakeTrack } from './testing/fake-media.ts';
import { connected, linkedCalls, makeCaller, residents, rest } from './testing/linked-calls.ts';

function track(kind: 'audio' | 'video'): MediaStreamTrack {
  return new FakeTrack(kind) as unknown as MediaStreamTrack;
}

test('[R4] a visitor learns who is inside, and they do not learn of the visitor', async () => {
  const { enter, visit } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await visit('Ben');
  await rest(ana, ben);
  expect(ben.call.state.phase).toBe('lobby');
  expect(residents(ben)).toEqual(['Ana']);
  expect(ana.call.state).toMatchObject({ phase: 'inside', peers: [] });
});

test('everyone knows by what id the others know them, from the lobby on', async () => {
  const { enter, visit } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await visit('Ben');
  const idOf = ({ call: { state } }: typeof ana) => 'room' in state && state.room.self;
  const inLobby = idOf(ben);
  ben.call.join();
  await rest(ana, ben);
  expect(ana.call.state).toMatchObject({ peers: [{ id: inLobby }] });
  expect(ben.call.state).toMatchObject({ peers: [{ id: idOf(ana) }] });
});

test('[N1] the newcomer offers to everyone inside, and all are connected', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  const eve = await enter('Eve', ana, ben);
  await rest(ana, ben, eve);
  expect(connected(ana)).toEqual(['Ben', 'Eve']);
  expect(connected(ben)).toEqual(['Ana', 'Eve']);
  expect(connected(eve)).toEqual(['Ana', 'Ben']);
});

test('[N1] people who join at the same moment are connected once, not twice', async () => {
  const { visit } = linkedCalls();
  const callers = [await visit('Ana'), await visit('Ben'), await visit('Eve')];
  for (const { call } of callers) call.join();
  await rest(...callers);
  for (const caller of callers) {
    expect(connected(caller)).toHaveLength(2);
    expect(caller.environment.connections).toHaveLength(2);
  }
});

test('joining before the room is reached is remembered', async () => {
  const { room } = linkedCalls();
  const ana = makeCaller('Ana');
  await rest();
  ana.call.join();
  expect(ana.call.state).toEqual({
    phase: 'connecting',
    isJoining: true,
    hasServerFailed: false,
  });
  ana.reach(room);
  await rest(ana);
  expect(ana.call.state.phase).toBe('inside');
});

test('[R5] a full room turns a newcomer back to the lobby, where they see who is inside', async () => {
  const { enter } = linkedCalls(2);
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  const eve = await enter('Eve', ana, ben);
  await rest(ana, ben, eve);
  expect(eve.call.state).toMatchObject({ phase: 'lobby', refusal: 'room-full' });
  expect(new Set(residents(eve))).toEqual(new Set(['Ana', 'Ben']));
});

test('[R5] whoever was turned away is not put inside unasked when a seat is free', async () => {
  const { room, enter } = linkedCalls(1);
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  ana.call.leave();
  await rest(ana, ben);
  expect(ben.call.state).toMatchObject({ phase: 'lobby', residents: [] });
  ben.environment.sockets.at(-1)?.drop();
  ben.environment.clock.advance(300);
  ben.reach(room);
  await rest(ben);
  expect(ben.call.state.phase).toBe('lobby');
});

test('[N3] what is published later reaches everyone without a new description', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  const [connection] = ana.environment.connections;
  const described = connection?.localDescription?.sdp;

  const camera = track('video');
  ana.call.self.publish('camera', camera);
  await rest(ana, ben);
  expect(connection?.getTransceivers()[1]?.sender.track).toBe(camera);
  expect(ben.call.state).toMatchObject({ peers: [{ slotsInUse: { camera: true } }] });

  ana.call.self.publish('camera', null);
  await rest(ana, ben);
  expect(connection?.getTransceivers()[1]?.sender.track).toBeNull();
  expect(ben.call.state).toMatchObject({ peers: [{ slotsInUse: { camera: false } }] });
  expect(connection?.localDescription?.sdp).toBe(described);
});

test('what was published before joining is there from the start, whichever side offers', async () => {
  const { visit, enter } = linkedCalls();
  const ana = await visit('Ana');
  ana.call.self.publish('microphone', track('audio'));
  ana.call.join();
  await rest(ana);
  const ben = await enter('Ben', ana);
  ben.call.self.publish('microphone', track('audio'));
  await rest(ana, ben);
  for (const { call, environment } of [ana, ben]) {
    expect(call.state).toMatchObject({ peers: [{ slotsInUse: { microphone: true } }] });
    const transceivers = environment.connections[0]?.getTransceivers() ?? [];
    expect(transceivers.map(({ direction }) => direction)).toEqual(Array(4).fill('sendrecv'));
    expect(transceivers[0]?.sender.track).toBeInstanceOf(FakeTrack);
  }
});

test('a new name reaches everyone', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  ben.call.self.setProfile({ name: 'Benjamin' });
  await rest(ana, ben);
  expect(connected(ana)).toEqual(['Benjamin']);
});

test('what no peer should send is dropped, and the call goes on', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  const state = ana.call.state;
  const from = state.phase === 'inside' ? state.peers[0]?.id : undefined;
  for (const payload of [
    '',
    '{}',
    'null',
    '{"type":"slots"}',
    '{"type":"profile","profile":{"name":7}}',
  ]) {
    ana.environment.sockets.at(-1)?.deliver(JSON.stringify({ type: 'signal', from, payload }));
  }
  ana.environment.sockets.at(-1)?.deliver('{"type":"from the future"}');
  await rest(ana, ben);
  expect(connected(ana)).toEqual(['Ben']);
});

test('[T3] renewed credentials reach the connections there are and those to come', async () => {
  const { room, enter } = linkedCalls();
  room.ice = { servers: [{ urls: ['turn:relay.test'], username: 'old' }], lifetimeMs: 600_000 };
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  room.ice = { servers: [{ urls: ['turn:relay.test'], username: 'new' }], lifetimeMs: 600_000 };
  // Ten seconds at a time: the heart beats in between.
  for (let tick = 0; tick < 30; tick += 1) {
    for (const { environment } of [ana, ben]) environment.clock.advance(10_000);
    await rest(ana, ben);
  }
  const eve = await enter('Eve', ana, ben);
  await rest(ana, ben, eve);
  const { connections } = ana.environment;
  const names = connections.map((each) => each.getConfiguration().iceServers?.[0]?.username);
  expect(names).toEqual(['new', 'new']);
  expect(connections[0]?.getConfiguration().bundlePolicy).toBe('max-bundle');
  expect(connected(ana)).toEqual(['Ben', 'Eve']);
  ana.call.leave();
  await rest();
  expect(ana.environment.clock.pendingTimers).toBe(0);
});

test('[T5] a room that has no relay to give for the moment takes none away', async () => {
  const { room, enter } = linkedCalls();
  const relay = { urls: ['turn:relay.test'], username: 'a', credential: 'b' };
  const stun = { urls: ['stun:relay.test'] };
  room.ice = { servers: [relay], lifetimeMs: 20_000 };
  const ana = await enter('Ana');
  room.ice = { servers: [stun], lifetimeMs: 20_000 };
  ana.environment.clock.advance(10_000);
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  const serversOf = ({ environment }: typeof ana) =>
    environment.connections[0]?.getConfiguration().iceServers;
  expect(serversOf(ana)).toEqual([relay]);
  expect(serversOf(ben)).toEqual([stun]);
});

test('a raised hand is seen by everyone, and by whoever comes later', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  ana.call.self.raiseHand(true);
  await rest(ana, ben);
  const eve = await enter('Eve', ana, ben);
  await rest(ana, ben, eve);
  const raised = ({ call: { state } }: typeof ana) =>
    state.phase === 'inside'
      ? state.peers.filter(({ isHandRaised }) => isHandRaised).map(({ profile }) => profile?.name)
      : [];
  expect([raised(ben), raised(eve)]).toEqual([['Ana'], ['Ana']]);
  ana.call.self.raiseHand(false);
  await rest(ana, ben, eve);
  expect([raised(ben), raised(eve)]).toEqual([[], []]);
});
