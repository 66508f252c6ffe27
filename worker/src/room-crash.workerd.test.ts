import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import {
  comeBack,
  crash,
  graceMs,
  loseSocket,
  meet,
  meetAndGiveUpAlice,
  mintRoom,
  moveClock,
  stored,
  takeSeat,
  visit,
} from '../test/test-room.ts';
import { nothingDecided } from './decisions.ts';
import type { Room } from './room.ts';

const dayMs = 86_400_000;

const nothing = { rows: {}, alarmInMs: null };

test('[R13] after a crash, however long, everyone comes back to their own seat', async () => {
  const { code, stub, alice, bob, visitor } = await meet();
  const carol = await takeSeat(code);
  await crash(stub);
  await Promise.all([alice, bob, carol, visitor].map(({ client }) => client.closed));
  moveClock(dayMs / 2);
  const back = [];
  for (const { ticket } of [alice, bob, carol]) back.push(await comeBack(code, ticket));
  expect(back.map(({ welcome: { self, seated } }) => [self, seated])).toEqual(
    [alice, bob, carol].map(({ id }) => [id, true]),
  );
  expect(back[1]?.welcome.peers).toContainEqual({ id: alice.id, away: false, role: 'guest' });
  expect(back[1]?.welcome.peers).toContainEqual({ id: carol.id, away: true, role: 'guest' });
  expect(await back[0]?.client.heard()).toEqual([
    { type: 'peer-back', id: bob.id },
    { type: 'peer-back', id: carol.id },
  ]);
  back[0]?.client.signal(carol.id, 'x');
  expect(await back[2]?.client.next()).toMatchObject({ type: 'signal', from: alice.id });
});

test('[R13] a stranger who is first after a crash finds every seat away, and none free', async () => {
  const { code, stub, alice, bob } = await meet();
  const carol = await takeSeat(code);
  await crash(stub);
  const { client, welcome } = await visit(code);
  expect(welcome.peers.map(({ away }) => away)).toEqual([true, true, true]);
  client.send({ type: 'join' });
  expect(await client.next()).toEqual({ type: 'refused', reason: 'room-full' });
  for (const { id, ticket } of [alice, bob, carol]) {
    expect((await comeBack(code, ticket)).welcome.seated).toBe(true);
    expect(await client.next()).toEqual({ type: 'peer-back', id });
  }
});

test('[R13] whoever does not come back after a crash is lost when the grace is over', async () => {
  const { code, stub, alice, bob } = await meet();
  await crash(stub);
  moveClock(dayMs / 2);
  const back = await comeBack(code, bob.ticket);
  expect(back.welcome.peers).toEqual([{ id: alice.id, away: true, role: 'guest' }]);
  moveClock(graceMs - 1);
  await runDurableObjectAlarm(stub);
  expect(await back.client.heard()).toEqual([]);
  moveClock(1);
  await runDurableObjectAlarm(stub);
  const lost = { type: 'peer-left', id: alice.id, reason: 'lost' };
  expect(await back.client.heard()).toEqual([lost]);
});

test('[R16] a room to which nobody comes back after a crash is cleaned up by its alarms', async () => {
  const { stub } = await meet();
  await crash(stub);
  for (const waitMs of [dayMs, graceMs, dayMs]) {
    const { rows, alarmInMs } = await stored(stub);
    expect(Object.keys(rows)).toHaveLength(1);
    expect(alarmInMs).toBeGreaterThan(waitMs - 5000);
    expect(alarmInMs).toBeLessThanOrEqual(waitMs);
    await evictDurableObject(stub);
    moveClock(waitMs);
    expect(await runDurableObjectAlarm(stub)).toBe(true);
  }
  expect(await stored(stub)).toEqual(nothing);
});

test('[R16] a meeting keeps the hash of a ticket for each seat, an alarm a day away, and nothing else', async () => {
  const { stub, alice, bob, visitor } = await meet();
  const { rows, alarmInMs } = await stored(stub);
  const ticketHash = expect.stringMatching(/^[\w+/]{43}=$/);
  expect(rows).toEqual({
    room: {
      version: 2,
      seats: [alice, bob].map(({ id }) => ({
        peer: id,
        ticketHash,
        role: 'guest',
        browser: null,
        standing: 'present',
      })),
      decisions: nothingDecided,
      usedMs: expect.any(Number),
    },
  });
  expect(alarmInMs).toBeGreaterThan(dayMs - 5000);
  for (const { ticket } of [alice, bob, visitor]) {
    expect(JSON.stringify(rows)).not.toContain(ticket.slice(17));
  }
});

test('[R16] when people still sit there after a day, the alarm is set for another', async () => {
  const { stub } = await meet();
  const before = (await stored(stub)).rows;
  await runDurableObjectAlarm(stub);
  const { rows, alarmInMs } = await stored(stub);
  expect(rows).toEqual({ room: { ...Object(before['room']), usedMs: expect.any(Number) } });
  expect(alarmInMs).toBeGreaterThan(dayMs - 5000);
});

test.each([false, true])(
  '[R16] when the last seat is given back everything stored goes (right after an eviction: %s)',
  async (evict) => {
    const { code, stub, alice, bob } = await meet();
    await loseSocket(alice);
    bob.client.send({ type: 'bye' });
    await bob.client.closed;
    expect(await stored(stub)).not.toEqual(nothing);
    const back = await comeBack(code, alice.ticket);
    if (evict) await evictDurableObject(stub);
    back.client.send({ type: 'bye' });
    await back.client.closed;
    expect(await stored(stub)).toEqual(nothing);
    const carol = await takeSeat(code);
    await loseSocket(carol);
    expect((await comeBack(code, carol.ticket)).welcome.seated).toBe(true);
  },
);

test('[R16] a lost seat is remembered for a day, then forgotten, and then nothing is stored', async () => {
  const { code, stub, alice, bob } = await meetAndGiveUpAlice();
  bob.client.send({ type: 'bye' });
  await bob.client.closed;
  expect((await comeBack(code, alice.ticket)).id).toBe(alice.id);
  moveClock(dayMs);
  expect(await runDurableObjectAlarm(stub)).toBe(true);
  expect(await stored(stub)).toEqual(nothing);
  expect((await comeBack(code, alice.ticket)).id).not.toBe(alice.id);
});

test('[R13] seats that another version wrote are none, and the room goes on', async () => {
  const { code, stub } = await mintRoom();
  const alice = await takeSeat(code);
  await runInDurableObject(stub, (_room: Room, { storage }) => {
    storage.kv.put('room', { version: 0, seats: 'of old' });
  });
  await crash(stub);
  const back = await comeBack(code, alice.ticket);
  expect(back.welcome).toMatchObject({ seated: false, peers: [] });
  back.client.send({ type: 'join' });
  expect(await back.client.next()).toEqual({ type: 'joined' });
});
