import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { TestClient } from '../test/test-client.ts';
import {
  comeBack,
  graceMs,
  loseSocket,
  meet,
  meetAndGiveUpAlice,
  meetAndLoseAlice,
  moveClock,
  requestSocket,
  takeSeat,
  visit,
} from '../test/test-room.ts';
import type { Room } from './room.ts';

test.each([false, true])(
  '[R12] a lost seat is taken up again with its ticket (right after an eviction: %s)',
  async (evict) => {
    const { code, stub, alice, bob, visitor } = await meetAndLoseAlice();
    if (evict) await evictDurableObject(stub);
    const back = await comeBack(code, alice.ticket);
    const peers = [{ id: bob.id, away: false, role: 'guest' }];
    expect(back.welcome).toMatchObject({
      self: alice.id,
      ticket: alice.ticket,
      seated: true,
      peers,
    });
    const { ice } = back.welcome;
    expect(ice.servers[1]?.username).toMatch(new RegExp(`^\\d+:${alice.id}$`));
    for (const { client } of [bob, visitor]) {
      expect(await client.heard()).toEqual([{ type: 'peer-back', id: alice.id }]);
    }
    bob.client.signal(alice.id, 'welcome back');
    const signal = { type: 'signal', from: bob.id, payload: 'welcome back' };
    expect(await back.client.heard()).toEqual([signal]);
    back.client.send({ type: 'join' });
    expect(await back.client.next()).toEqual({ type: 'refused', reason: 'already-joined' });
  },
);

test('[R12] a seat that is away is shown so, is not free, and comes back as often as it is lost', async () => {
  const { code, alice, bob, visitor } = await meetAndLoseAlice();
  const carol = await takeSeat(code);
  expect(carol.welcome.peers).toContainEqual({ id: alice.id, away: true, role: 'guest' });
  expect(carol.welcome.peers).toContainEqual({ id: bob.id, away: false, role: 'guest' });
  await visitor.client.heard();
  visitor.client.send({ type: 'join' });
  expect(await visitor.client.next()).toEqual({ type: 'refused', reason: 'room-full' });
  for (let times = 0; times < 3; times += 1) {
    const back = await comeBack(code, alice.ticket);
    expect(back.welcome.seated).toBe(true);
    await loseSocket(back);
  }
  expect((await visitor.client.heard()).map(({ type }) => type)).toEqual(
    Array.from({ length: 3 }, () => ['peer-back', 'peer-away']).flat(),
  );
});

test.each([false, true])(
  '[R3] a signal to a seat that is away is refused (right after an eviction: %s)',
  async (evict) => {
    const { stub, alice, bob } = await meetAndLoseAlice();
    if (evict) await evictDurableObject(stub);
    bob.client.signal(alice.id, 'hello?');
    expect(await bob.client.next()).toEqual({ type: 'refused', reason: 'recipient-away' });
  },
);

test.each([false, true])(
  '[R12] the alarm gives up a seat at the end of its grace (right after an eviction: %s)',
  async (evict) => {
    const { code, stub, alice, bob, visitor } = await meetAndLoseAlice();
    const rings = await runInDurableObject(stub, (_room, { storage }) => storage.getAlarm());
    expect(rings).toBeGreaterThan(Date.now());
    expect(rings).toBeLessThanOrEqual(Date.now() + graceMs);
    if (evict) await evictDurableObject(stub);
    moveClock(graceMs);
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    const lost = { type: 'peer-left', id: alice.id, reason: 'lost' };
    for (const { client } of [bob, visitor]) expect(await client.heard()).toEqual([lost]);
    expect((await visit(code)).welcome.peers).toEqual([{ id: bob.id, away: false, role: 'guest' }]);
    bob.client.signal(alice.id, 'hello?');
    expect(await bob.client.next()).toEqual({ type: 'refused', reason: 'unknown-recipient' });
  },
);

test('[R12] an alarm that rings early gives up nothing, and rings again', async () => {
  const { stub, bob } = await meetAndLoseAlice();
  const alarm = () => runInDurableObject(stub, (_room, { storage }) => storage.getAlarm());
  const before = await alarm();
  await runDurableObjectAlarm(stub);
  expect(await alarm()).toBe(before);
  expect(await bob.client.heard()).toEqual([]);
});

test('[R12] a grace that is over is over, though no alarm rang', async () => {
  const { code, alice } = await meetAndLoseAlice();
  moveClock(graceMs);
  expect((await comeBack(code, alice.ticket)).welcome.seated).toBe(false);
});

test('[R12] whoever was given up visits under its old id, and joins like anyone', async () => {
  const { code, alice, bob, visitor } = await meetAndGiveUpAlice();
  const back = await comeBack(code, alice.ticket);
  expect(back.welcome).toMatchObject({ self: alice.id, ticket: alice.ticket, seated: false });
  for (const { client } of [bob, visitor]) expect(await client.heard()).toEqual([]);
  back.client.send({ type: 'join' });
  expect(await back.client.next()).toEqual({ type: 'joined' });
  for (const { client } of [bob, visitor]) {
    expect(await client.heard()).toEqual([{ type: 'peer-joined', id: alice.id, role: 'guest' }]);
  }
  await loseSocket(back);
  expect((await comeBack(code, alice.ticket)).welcome).toMatchObject({ seated: true });
});

test('[R12] the seat of whoever was given up is free for others', async () => {
  const { code, alice, visitor } = await meetAndGiveUpAlice();
  const carol = await takeSeat(code);
  const back = await comeBack(code, alice.ticket);
  visitor.client.send({ type: 'join' });
  await visitor.client.heard();
  back.client.send({ type: 'join' });
  expect(await back.client.heard()).toContainEqual({ type: 'refused', reason: 'room-full' });
  carol.client.send({ type: 'bye' });
  await carol.client.closed;
  back.client.send({ type: 'join' });
  expect(await back.client.heard()).toContainEqual({ type: 'joined' });
});

test.each([false, true])(
  '[R14] a newer socket replaces the older, and nobody hears it (right after an eviction: %s)',
  async (evict) => {
    const { code, stub, alice, bob, visitor } = await meet();
    if (evict) await evictDurableObject(stub);
    const newer = await comeBack(code, alice.ticket);
    const replaced = { code: closeCodes.replaced, reason: 'replaced' };
    expect(await alice.client.closed).toEqual(replaced);
    expect(newer.welcome).toMatchObject({ self: alice.id, seated: true });
    bob.client.signal(alice.id, 'x');
    expect(await newer.client.next()).toEqual({ type: 'signal', from: bob.id, payload: 'x' });
    for (const { client } of [bob, visitor]) expect(await client.heard()).toEqual([]);
  },
);

test('[R14] a replaced socket that lingers says nothing, and its end is nobody’s', async () => {
  const { code, stub, bob } = await meet();
  const lingering = new TestClient(await requestSocket(code), { lingers: true });
  const { ticket, self } = await lingering.welcome();
  lingering.send({ type: 'join' });
  expect(await lingering.next()).toEqual({ type: 'joined' });
  await comeBack(code, ticket).then(loseSocket);
  await lingering.closed;
  const heard = ['peer-joined', 'peer-away'];
  expect((await bob.client.heard()).map(({ type }) => type)).toEqual(heard);
  lingering.signal(bob.id, 'from the grave');
  lingering.send({ type: 'bye' });
  await evictDurableObject(stub);
  await runInDurableObject(stub, (room: Room, state) => {
    const closing = state.getWebSockets().filter(({ readyState }) => readyState !== WebSocket.OPEN);
    expect(closing).toHaveLength(1);
    for (const socket of closing) room.webSocketClose(socket, 1000);
  });
  expect(await bob.client.heard()).toEqual([]);
  expect((await comeBack(code, ticket)).welcome).toMatchObject({ self, seated: true });
});
