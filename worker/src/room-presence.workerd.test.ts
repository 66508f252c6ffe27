import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { TestClient } from '../test/test-client.ts';
import {
  type TestPeer,
  meet,
  mintRoom,
  requestSocket,
  takeSeat,
  visit,
} from '../test/test-room.ts';
import { socketsBeyondSeats } from './roster.ts';

test('[R4] a visitor is welcomed with who is seated, and is not announced', async () => {
  const { code, alice, bob, visitor } = await meet();
  const { welcome } = await visit(code);
  expect(welcome.peers.map(({ id }) => id).toSorted()).toEqual([alice.id, bob.id].toSorted());
  expect(welcome.room).toEqual({
    capacity: 3,
    policy: { entry: 'open', isRelayOnly: false },
  });
  for (const { client } of [alice, bob, visitor]) expect(await client.heard()).toEqual([]);
});

test('[T1] the welcome carries credentials for the relay, made out to this peer', async () => {
  const { alice, bob } = await meet();
  const usernames = [alice, bob].map(({ welcome }) => welcome.ice.servers[1]?.username);
  expect(usernames[0]).toMatch(new RegExp(`^\\d+:${alice.id}$`));
  expect(usernames[1]).toMatch(new RegExp(`^\\d+:${bob.id}$`));
  expect(alice.welcome.ice.lifetimeMs).toBeGreaterThan(0);
});

test('[R4] a visitor hears who comes and who leaves', async () => {
  const { code, alice, visitor } = await meet();
  const carol = await takeSeat(code);
  alice.client.send({ type: 'bye' });
  await alice.client.closed;
  expect(await visitor.client.heard()).toEqual([
    { type: 'peer-joined', id: carol.id, role: 'guest' },
    { type: 'peer-left', id: alice.id, reason: 'left' },
  ]);
});

test('[R4] a visitor asks those inside, and they answer', async () => {
  const { alice, visitor } = await meet();
  visitor.client.signal(alice.id, 'who are you?');
  expect(await alice.client.next()).toEqual({
    type: 'signal',
    from: visitor.id,
    payload: 'who are you?',
  });
  alice.client.signal(visitor.id, 'Alice');
  expect(await visitor.client.next()).toEqual({ type: 'signal', from: alice.id, payload: 'Alice' });
});

test('[R5] a visitor who joins is announced to seated peers and visitors alike', async () => {
  const { code, alice, bob, visitor } = await meet();
  const another = await visit(code);
  visitor.client.send({ type: 'join' });
  expect(await visitor.client.next()).toEqual({ type: 'joined' });
  for (const { client } of [alice, bob, another]) {
    expect(await client.heard()).toEqual([{ type: 'peer-joined', id: visitor.id, role: 'guest' }]);
  }
  expect(await visitor.client.heard()).toEqual([]);
});

test('[R5] of peers who join at once, exactly one of each pair knows the other when it is seated', async () => {
  const { code } = await mintRoom();
  const peers = await Promise.all([visit(code), visit(code), visit(code)]);
  for (const { client } of peers) client.send({ type: 'join' });
  const offers = await Promise.all(
    peers.map(async ({ id, client }) => {
      const heard = await client.heard();
      const seated = heard.findIndex(({ type }) => type === 'joined');
      const before = heard.slice(0, seated).filter(({ type }) => type === 'peer-joined');
      const after = heard.slice(seated).filter(({ type }) => type === 'peer-joined');
      expect(JSON.stringify(heard)).not.toContain(id);
      return `offers to ${before.length}, is offered by ${after.length}`;
    }),
  );
  expect(offers.toSorted()).toEqual([
    'offers to 0, is offered by 2',
    'offers to 1, is offered by 1',
    'offers to 2, is offered by 0',
  ]);
});

test('[R5] whoever arrives while others take seats learns of each seat once', async () => {
  const { code } = await mintRoom();
  const joining = [await visit(code), await visit(code), await visit(code)];
  const arriving: Promise<TestPeer>[] = [];
  for (const { client } of joining) {
    arriving.push(visit(code), visit(code));
    client.send({ type: 'join' });
    arriving.push(visit(code), visit(code));
    await client.heard();
  }
  for (const { client, welcome } of await Promise.all(arriving)) {
    const told = (await client.heard()).flatMap((m) => (m.type === 'peer-joined' ? [m.id] : []));
    const known = [...welcome.peers.map(({ id }) => id), ...told];
    expect(known.toSorted()).toEqual(joining.map(({ id }) => id).toSorted());
  }
});

test('[R5] nobody joins twice', async () => {
  const { alice, bob } = await meet();
  alice.client.send({ type: 'join' });
  expect(await alice.client.next()).toEqual({ type: 'refused', reason: 'already-joined' });
  expect(await bob.client.heard()).toEqual([]);
});

test('[R5] a full room keeps a visitor visiting, until a seat is free', async () => {
  const { code, alice, visitor } = await meet();
  const carol = await takeSeat(code);
  await visitor.client.heard();
  visitor.client.send({ type: 'join' });
  expect(await visitor.client.next()).toEqual({ type: 'refused', reason: 'room-full' });
  carol.client.send({ type: 'bye' });
  await carol.client.closed;
  await alice.client.heard();
  visitor.client.send({ type: 'join' });
  expect((await visitor.client.next()).type).toBe('peer-left');
  expect(await visitor.client.next()).toEqual({ type: 'joined' });
  expect(await alice.client.heard()).toEqual([
    { type: 'peer-joined', id: visitor.id, role: 'guest' },
  ]);
});

test('[R9] a crowded room closes one socket more, and does not listen to it, until one leaves', async () => {
  const { code } = await mintRoom();
  const crowd = await Promise.all(
    Array.from({ length: 3 + socketsBeyondSeats }, () => visit(code)),
  );
  const oneMore = new TestClient(await requestSocket(code), { lingers: true });
  expect(await oneMore.closed).toEqual({ code: closeCodes.roomFull, reason: 'roomFull' });
  oneMore.send({ type: 'join' });
  crowd[0]?.client.close(1000);
  await crowd[0]?.client.closed;
  expect((await visit(code)).welcome.peers).toEqual([]);
});
