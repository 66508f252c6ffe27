import { expect, test } from 'vitest';
import { encode } from '../../../protocol/codec.ts';
import { offeredCredential } from '../../../protocol/credential.ts';
import type { PeerId } from '../../../protocol/ids.ts';
import { Call } from './call.ts';
import { type RoomKey, drawRoomKey, joinTokenOf } from './signaling/room-key.ts';
import { fakeEnvironment } from './testing/fake-environment.ts';
import { FakeRoom } from './testing/fake-room.ts';
import { type Caller, connected, invitation, rest } from './testing/linked-calls.ts';

function setup() {
  const room = new FakeRoom();
  const ownKey = drawRoomKey(crypto);
  const enter = async (name: string, key: RoomKey | 'none' = ownKey): Promise<Caller> => {
    const environment = fakeEnvironment();
    const url = 'ws://room.test';
    const call = new Call({
      environment,
      url,
      invitation: { ...invitation, key: key === 'none' ? undefined : key },
      profile: { name },
    });
    await call.open();
    const reach = () => {
      const socket = environment.sockets.at(-1);
      if (socket) room.welcome(socket);
    };
    reach();
    call.join();
    return { environment, call, reach };
  };
  return { room, ownKey, enter };
}

/** WebCrypto works on threads of its own: its promises take more than a turn of the loop. */
async function settle(...callers: Caller[]): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    await crypto.subtle.digest('SHA-256', new Uint8Array());
    await rest(...callers);
  }
}

function alarmsOf({ call }: Caller) {
  const { state } = call;
  return state.phase === 'inside' ? state.peers.map(({ alarm }) => alarm) : [];
}

test('[S2] two with the same key connect, and nothing that passes the room can be read', async () => {
  const { room, enter } = setup();
  const passed: string[] = [];
  room.carry = (payload) => {
    passed.push(payload);
    return [payload];
  };
  const ana = await enter('Ana');
  await settle(ana);
  const ben = await enter('Ben');
  await settle(ana, ben);
  expect([connected(ana), connected(ben)]).toEqual([['Ben'], ['Ana']]);
  expect(alarmsOf(ana)).toEqual([undefined]);
  expect(passed.length).toBeGreaterThan(4);
  for (const payload of passed) expect(payload).toMatch(/^[\w-]{40,}$/);
});

test('[S1] a sealed room is told the join token, and never the key', async () => {
  const { ownKey, enter } = setup();
  const ana = await enter('Ana');
  await settle(ana);
  const [socket] = ana.environment.sockets;
  const offered = socket?.protocols ?? [];
  expect(offeredCredential('join', offered)).toBe(await joinTokenOf(crypto, ownKey));
  expect(offeredCredential('browser', offered)).toBe(invitation.browser);
  expect(`${offered.join()} ${socket?.sent.join()} ${socket?.url}`).not.toContain(ownKey);
});

test.each([
  ['forges', (payload: string) => [payload.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))]],
  ['cuts', (payload: string) => [payload.slice(0, -4)]],
  ['makes up', () => [JSON.stringify({ type: 'letter', epoch: 'x', number: 1, ack: null })]],
])(
  '[S2] with a room that %s what people say nobody connects, and both are told',
  async (_what, lie) => {
    const { room, enter } = setup();
    room.carry = lie;
    const ana = await enter('Ana');
    await settle(ana);
    const ben = await enter('Ben');
    await settle(ana, ben);
    expect([connected(ana), connected(ben)]).toEqual([[], []]);
    expect([alarmsOf(ana), alarmsOf(ben)]).toEqual([['altered'], ['altered']]);
  },
);

test('[S2] whoever has another key is nobody', async () => {
  const { enter } = setup();
  const ana = await enter('Ana');
  await settle(ana);
  const eve = await enter('Eve', drawRoomKey(crypto));
  await settle(ana, eve);
  expect([connected(ana), connected(eve)]).toEqual([[], []]);
});

test('[S4] a room that repeats and reorders what people say can hurry nothing and delay nothing for good', async () => {
  const { room, enter } = setup();
  const passedFrom = new Map<PeerId, string[]>();
  room.carry = (payload, from) => {
    const passed = passedFrom.get(from) ?? [];
    passedFrom.set(from, passed);
    passed.push(payload);
    const isHeld = passed.length % 3 === 0;
    return isHeld ? [] : [payload, ...passed.slice(-4)];
  };
  const ana = await enter('Ana');
  await settle(ana);
  const ben = await enter('Ben');
  await settle(ana, ben);
  expect([connected(ana), connected(ben)]).toEqual([['Ben'], ['Ana']]);
  expect([alarmsOf(ana), alarmsOf(ben)]).toEqual([[undefined], [undefined]]);
});

test('[S5] another certificate than the announced one ends the connection, with an alarm', async () => {
  const { room, enter } = setup();
  const ana = await enter('Ana');
  await settle(ana);
  const ben = await enter('Ben');
  // Somebody with another certificate answers where Ben's page should.
  const { environment } = ben;
  const make = environment.createPeerConnection.bind(environment);
  environment.createPeerConnection = (configuration) => {
    const connection = make(configuration);
    for (const link of environment.connections) link.impostor = 'EE';
    return connection;
  };
  await settle(ana, ben);
  expect(alarmsOf(ana)).toEqual(['impostor']);
  expect(connected(ana)).toEqual([]);

  // What is gone is in nobody's way.
  const socket = ana.environment.sockets.at(-1);
  socket?.deliver(encode({ type: 'policy', policy: { entry: 'open', isRelayOnly: true } }));
  await settle(ana);
  socket?.drop();
  await settle(ana);
  ana.environment.clock.advance(300);
  ana.reach(room);
  await settle(ana);
  expect(ana.call.state).toMatchObject({ phase: 'inside', isReachable: true });
  const [peer] = ana.call.state.phase === 'inside' ? ana.call.state.peers : [];
  expect(peer).toMatchObject({ alarm: 'impostor', fingerprints: undefined });
});

test('[S5] a peer that announces another certificate in the middle of a call is not the same', async () => {
  const { room, enter } = setup();
  const ana = await enter('Ana', 'none');
  await settle(ana);
  const ben = await enter('Ben', 'none');
  await settle(ana, ben);
  expect(connected(ana)).toEqual(['Ben']);
  room.carry = (payload) => [payload.replaceAll(/sha-256 ../g, 'sha-256 EE')];
  for (const { environment } of [ana, ben]) {
    const [link] = environment.connections;
    // It is really used, too.
    if (link) link.impostor = link.fingerprint.replace(/^../, 'EE');
    link?.become('failed');
  }
  await settle(ana, ben);
  expect([connected(ana), connected(ben)]).toEqual([[], []]);
  // One of them has noticed, and has nothing more to do with the other.
  expect([...alarmsOf(ana), ...alarmsOf(ben)]).toContain('impostor');
});
