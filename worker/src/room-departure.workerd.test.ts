import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { TestClient } from '../test/test-client.ts';
import { meet, requestSocket, visit } from '../test/test-room.ts';
import type { Room } from './room.ts';

/** What the runtime may still report of a socket after the object closed it. */
function endEverySocketThatLingers(stub: DurableObjectStub): Promise<void> {
  return runInDurableObject(stub, (room: Room, state) => {
    const closing = state.getWebSockets().filter(({ readyState }) => readyState !== WebSocket.OPEN);
    expect(closing).toHaveLength(1);
    for (const socket of closing) {
      room.webSocketError(socket);
      room.webSocketClose(socket, 1006);
    }
  });
}

test.each([1000, 1001])(
  '[R6] a client that closes with %s gets its close event, and the others hear that it left',
  async (code) => {
    const { alice, bob, visitor } = await meet();
    alice.client.close(code);
    expect(await alice.client.closed).toEqual({ code: 1000, reason: '' });
    for (const { client } of [bob, visitor]) {
      expect(await client.heard()).toEqual([{ type: 'peer-left', id: alice.id, reason: 'left' }]);
    }
  },
);

test.each([undefined, 3000])(
  '[R12] a client that closes with %s gets its close event, and the others hear that it is away',
  async (code) => {
    const { alice, bob, visitor } = await meet();
    alice.client.close(code);
    expect(await alice.client.closed).toEqual({ code: 1000, reason: '' });
    for (const { client } of [bob, visitor]) {
      expect(await client.next()).toEqual({ type: 'peer-away', id: alice.id });
      expect(await client.heard()).toEqual([]);
    }
  },
);

test('[R6] a client that takes a seat and closes in one breath is announced and leaves', async () => {
  const { alice, visitor } = await meet();
  visitor.client.send({ type: 'join' });
  visitor.client.close(1000);
  await visitor.client.closed;
  expect(await alice.client.heard()).toEqual([
    { type: 'peer-joined', id: visitor.id, role: 'guest' },
    { type: 'peer-left', id: visitor.id, reason: 'left' },
  ]);
});

test('[R6] bye is answered by a close', async () => {
  const { alice, bob, visitor } = await meet();
  alice.client.send({ type: 'bye' });
  expect(await alice.client.closed).toEqual({ code: 1000, reason: 'bye' });
  for (const { client } of [bob, visitor]) {
    expect(await client.heard()).toEqual([{ type: 'peer-left', id: alice.id, reason: 'left' }]);
  }
});

test('[R4] nobody hears that a visitor left', async () => {
  const { code, alice, bob, visitor } = await meet();
  visitor.client.send({ type: 'bye' });
  const another = await visit(code);
  another.client.close(1000);
  await Promise.all([visitor.client.closed, another.client.closed]);
  for (const { client } of [alice, bob]) expect(await client.heard()).toEqual([]);
});

test('[R6] after its bye a peer says nothing more', async () => {
  const { alice, bob } = await meet();
  alice.client.send({ type: 'bye' });
  alice.client.send({ type: 'join' });
  alice.client.signal(bob.id, 'one more thing');
  await alice.client.closed;
  expect(await bob.client.heard()).toEqual([{ type: 'peer-left', id: alice.id, reason: 'left' }]);
});

test('[R6] a departure is announced once, however often and late the socket ends', async () => {
  const { code, stub, bob } = await meet();
  const lingering = new TestClient(await requestSocket(code), { lingers: true });
  lingering.send({ type: 'join' });
  lingering.send({ type: 'bye' });
  await lingering.closed;
  await evictDurableObject(stub);
  await endEverySocketThatLingers(stub);
  expect((await bob.client.heard()).map(({ type }) => type)).toEqual(['peer-joined', 'peer-left']);
});

test('[R12] a socket that errs right after an eviction is closed, and its seat is away', async () => {
  const { code, stub, bob } = await meet();
  // It does not answer the close, as whoever broke the protocol would not: no close event follows.
  const broken = new TestClient(await requestSocket(code), { lingers: true });
  const { self } = await broken.welcome();
  broken.send({ type: 'join' });
  expect(await bob.client.next()).toEqual({ type: 'peer-joined', id: self, role: 'guest' });
  await evictDurableObject(stub);
  await runInDurableObject(stub, (room: Room, state) => {
    for (const socket of state.getWebSockets(self)) room.webSocketError(socket);
  });
  expect(await broken.closed).toEqual({ code: closeCodes.serverError, reason: 'serverError' });
  expect(await bob.client.next()).toEqual({ type: 'peer-away', id: self });
  expect(await bob.client.heard()).toEqual([]);
});

test('[R3] whoever left can not be reached, though the socket lingers', async () => {
  const { code, stub, alice } = await meet();
  const lingering = new TestClient(await requestSocket(code), { lingers: true });
  const { self } = await lingering.welcome();
  lingering.send({ type: 'bye' });
  await lingering.closed;
  for (const evict of [false, true]) {
    if (evict) await evictDurableObject(stub);
    alice.client.signal(self, 'hello?');
    expect(await alice.client.next()).toEqual({ type: 'refused', reason: 'unknown-recipient' });
  }
});

test('[R1] a socket that broke without a word keeps nobody else from hearing', async () => {
  const { code, stub, alice, bob, visitor } = await meet();
  const another = await visit(code);
  await runInDurableObject(stub, (_room: Room, state) => {
    for (const socket of state.getWebSockets(bob.id)) {
      socket.send = () => {
        throw new TypeError('broken');
      };
    }
  });
  visitor.client.send({ type: 'join' });
  expect(await visitor.client.next()).toEqual({ type: 'joined' });
  // One of them opened its socket before Bob, one after.
  for (const { client } of [alice, another]) {
    expect(await client.heard()).toEqual([{ type: 'peer-joined', id: visitor.id, role: 'guest' }]);
  }
});
