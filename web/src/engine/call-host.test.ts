import { expect, test } from 'vitest';
import { encode } from '../../../protocol/codec.ts';
import type { ServerMessage } from '../../../protocol/relay.ts';
import { type Caller, connected, linkedCalls, rest } from './testing/linked-calls.ts';

const relay = { urls: ['turn:relay.test'], username: 'a', credential: 'b' };

async function hear(caller: Caller, message: ServerMessage): Promise<void> {
  caller.environment.sockets.at(-1)?.deliver(encode(message));
  await rest(caller);
}

/** Ana is inside a room where one has to knock, and Ben knocks. */
async function knock() {
  const { room, enter, visit } = linkedCalls();
  const ana = await enter('Ana');
  room.policy = { entry: 'knock', isRelayOnly: false };
  const ben = await visit('Ben');
  ben.call.join();
  await rest(ana, ben);
  return { room, ana, ben };
}

test('[H2] what the hosts decide is seen from the lobby and from inside', async () => {
  const { enter, visit } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await visit('Ben');
  const policy = { entry: 'closed', isRelayOnly: false } as const;
  for (const caller of [ana, ben]) {
    expect(caller.call.state).toMatchObject({ room: { policy: { entry: 'open' } } });
    await hear(caller, { type: 'policy', policy });
    expect(caller.call.state).toMatchObject({ room: { policy } });
  }
});

test('[H3] whoever knocks waits, and says who they are to those who decide', async () => {
  const { ana, ben } = await knock();
  expect(ben.call.state.phase).toBe('waiting');
  expect(ana.call.state).toMatchObject({ knocking: [{ profile: { name: 'Ben' } }] });
  expect(connected(ana)).toEqual([]);
});

test('[H3] whoever is admitted is inside like anyone else', async () => {
  const { ana, ben } = await knock();
  const { state } = ana.call;
  const [waiting] = state.phase === 'inside' ? state.knocking : [];
  if (waiting) ana.call.govern({ type: 'admit', id: waiting.id });
  await rest(ana, ben);
  expect([connected(ana), connected(ben)]).toEqual([['Ben'], ['Ana']]);
  if (waiting) await hear(ana, { type: 'knock-over', id: waiting.id });
  expect(ana.call.state).toMatchObject({ knocking: [] });
});

test.each(['denied', 'entry-closed', 'room-full'] as const)(
  '[H3] whoever knocked and is %s stands in the lobby again, and may try once more',
  async (reason) => {
    const { ben } = await knock();
    await hear(ben, { type: 'refused', reason });
    expect(ben.call.state).toMatchObject({ phase: 'lobby', refusal: reason });
    ben.call.join();
    await rest(ben);
    expect(ben.call.state.phase).toBe('waiting');
  },
);

test('[H3] whoever knocked is still knocking after their socket was lost', async () => {
  const { room, ana, ben } = await knock();
  ben.environment.sockets.at(-1)?.drop();
  await rest();
  ben.environment.clock.advance(300);
  ben.reach(room);
  await rest(ana, ben);
  expect(ben.call.state.phase).toBe('waiting');
});

test('[H3] a host who has no seat for anyone keeps their own', async () => {
  const { ana } = await knock();
  await hear(ana, { type: 'refused', reason: 'room-full' });
  expect(ana.call.state).toMatchObject({ isReachable: true, refusal: undefined });
});

test('[H4] in a room that hides addresses connections are made through the relay', async () => {
  const { room, enter } = linkedCalls();
  room.ice = { servers: [relay], lifetimeMs: null };
  room.policy = { entry: 'open', isRelayOnly: true };
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  for (const { environment } of [ana, ben])
    expect(environment.connections[0]?.getConfiguration().iceTransportPolicy).toBe('relay');
  expect(ana.call.state).toMatchObject({ hasRelay: true });
});

test('[H4] whoever hides their address in the middle of a call is connected anew, through the relay', async () => {
  const { room, enter } = linkedCalls();
  room.ice = { servers: [relay], lifetimeMs: null };
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  ana.call.self.hideAddress(true);
  await rest(ana, ben);
  const open = ana.environment.connections.filter(
    ({ signalingState }) => signalingState !== 'closed',
  );
  expect(open.map((each) => each.getConfiguration().iceTransportPolicy)).toEqual(['relay']);
  expect([connected(ana), connected(ben)]).toEqual([['Ben'], ['Ana']]);
});

test('[H4] when a host hides everyone’s address at once each pair is connected once', async () => {
  const { room, enter } = linkedCalls();
  room.ice = { servers: [relay], lifetimeMs: null };
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  const policy = { entry: 'open', isRelayOnly: true } as const;
  for (const { environment } of [ana, ben])
    environment.sockets.at(-1)?.deliver(encode({ type: 'policy', policy }));
  await rest(ana, ben);
  for (const caller of [ana, ben]) {
    const { connections } = caller.environment;
    const open = connections.filter(({ signalingState }) => signalingState !== 'closed');
    expect(open.map((each) => each.getConfiguration().iceTransportPolicy)).toEqual(['relay']);
  }
  expect([connected(ana), connected(ben)]).toEqual([['Ben'], ['Ana']]);
});

test('[H7] a new host keeps hearing of those who knock, and whoever is none any more does not', async () => {
  const { ana } = await knock();
  await hear(ana, { type: 'role', role: 'host', token: null });
  expect(ana.call.state).toMatchObject({ knocking: [{ profile: { name: 'Ben' } }] });
  await hear(ana, { type: 'role', role: 'guest', token: null });
  expect(ana.call.state).toMatchObject({ knocking: [] });
});

test('[H4] whoever can’t be offered a new connection at the moment keeps the old one until then', async () => {
  const { room, enter } = linkedCalls();
  room.ice = { servers: [relay], lifetimeMs: null };
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  ben.environment.sockets.at(-1)?.drop();
  await rest();
  ana.call.self.hideAddress(true);
  await rest();
  expect([connected(ana), connected(ben)]).toEqual([['Ben'], ['Ana']]);
  expect(ana.environment.connections).toHaveLength(1);
  ben.environment.clock.advance(300);
  ben.reach(room);
  await rest(ana, ben);
  expect(ana.environment.connections).toHaveLength(2);
  expect([connected(ana), connected(ben)]).toEqual([['Ben'], ['Ana']]);
});

test('[H7] whoever is made a host learns it, and by what to be one again', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const token = `1.${'a'.repeat(43)}`;
  const heard: unknown[] = [];
  ana.call.on('heard', (message) => heard.push(message));
  ana.environment.sockets.at(-1)?.deliver(JSON.stringify({ type: 'role', role: 'host', token }));
  await rest(ana);
  expect(ana.call.state).toMatchObject({ room: { role: 'host' } });
  expect(heard).toEqual([{ type: 'role', role: 'host', token }]);
  ana.environment.sockets.at(-1)?.drop();
  await rest();
  ana.environment.clock.advance(300);
  expect(ana.environment.sockets.at(-1)?.protocols).toContain(`host.${token}`);
});
