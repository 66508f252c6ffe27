import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { floodBurstFrames, maxFrameBytes, pingFrame, pongFrame } from '../../protocol/limits.ts';
import { loseSocket, meet, mintRoom, stored, takeSeat, visit } from '../test/test-room.ts';
import type { Room } from './room.ts';

/** A meeting whose object lost its memory, and whose next event is the first of a fresh instance. */
async function meetAndEvict() {
  const meeting = await meet();
  await evictDurableObject(meeting.stub);
  return meeting;
}

test('[R5] right after an eviction a visitor joins', async () => {
  const { alice, bob, visitor } = await meetAndEvict();
  visitor.client.send({ type: 'join' });
  expect(await visitor.client.next()).toEqual({ type: 'joined' });
  for (const { client } of [alice, bob]) {
    expect(await client.heard()).toEqual([{ type: 'peer-joined', id: visitor.id, role: 'guest' }]);
  }
});

test('[R5] right after an eviction a seat is still taken', async () => {
  const { alice } = await meetAndEvict();
  alice.client.send({ type: 'join' });
  expect(await alice.client.next()).toEqual({ type: 'refused', reason: 'already-joined' });
});

test('[R2] right after an eviction a signal is delivered and stamped', async () => {
  const { alice, bob } = await meetAndEvict();
  alice.client.signal(bob.id, 'x');
  expect(await bob.client.next()).toEqual({ type: 'signal', from: alice.id, payload: 'x' });
});

test('[T3] right after an eviction new relay credentials are given, to visitors too', async () => {
  const { alice, visitor } = await meetAndEvict();
  for (const { id, client, welcome } of [alice, visitor]) {
    client.send({ type: 'ice' });
    const answer = await client.next();
    if (answer.type !== 'ice') throw new Error(`a ${answer.type} in place of credentials`);
    expect(answer.ice.servers.map(({ urls }) => urls)).toEqual(
      welcome.ice.servers.map(({ urls }) => urls),
    );
    expect(answer.ice.servers.at(-1)?.username).toMatch(new RegExp(`^\\d+:${id}$`));
  }
});

test('[R1] right after an eviction a malformed frame is refused', async () => {
  const { alice } = await meetAndEvict();
  alice.client.sendFrame('{');
  expect(await alice.client.next()).toEqual({ type: 'refused', reason: 'malformed' });
});

test('[R6] right after an eviction bye frees the seat', async () => {
  const { alice, bob } = await meetAndEvict();
  alice.client.send({ type: 'bye' });
  expect((await alice.client.closed).code).toBe(1000);
  expect(await bob.client.heard()).toEqual([{ type: 'peer-left', id: alice.id, reason: 'left' }]);
});

test.each([
  [1000, 'peer-left'],
  [1001, 'peer-left'],
  [undefined, 'peer-away'],
])('[R6] right after an eviction a close with %s completes, and is a %s', async (code, news) => {
  const { alice, bob } = await meetAndEvict();
  alice.client.close(code);
  expect((await alice.client.closed).code).toBe(1000);
  expect((await bob.client.next()).type).toBe(news);
});

test('[R7] right after an eviction a frame too large closes its socket', async () => {
  const { alice, bob } = await meetAndEvict();
  alice.client.sendFrame('x'.repeat(maxFrameBytes + 1));
  expect((await alice.client.closed).code).toBe(closeCodes.frameTooLarge);
  expect(await bob.client.heard()).toEqual([{ type: 'peer-left', id: alice.id, reason: 'lost' }]);
});

test('[R4] right after an eviction a newcomer is welcomed with who is seated', async () => {
  const { code, alice, bob } = await meetAndEvict();
  const { welcome } = await visit(code);
  expect(welcome.peers.map(({ id }) => id).toSorted()).toEqual([alice.id, bob.id].toSorted());
});

test(
  '[R2] 200 evictions in a conversation lose no signal, no order and no seat',
  { timeout: 30_000 },
  async () => {
    const { code, stub, alice, bob } = await meet();
    const carol = await takeSeat(code);
    for (const { client } of [alice, bob]) await client.heard();
    const { rows: seats } = await stored(stub);
    // Turns, because one alone would flood the room.
    for (const [from, first, second] of [
      [alice, bob, carol],
      [bob, carol, alice],
      [carol, alice, bob],
    ] as const) {
      const signals = Array.from({ length: 67 }, (_, number) => {
        return { type: 'signal', from: from.id, payload: String(number) } as const;
      });
      for (const signal of signals) {
        for (const { id } of [first, second]) from.client.signal(id, signal.payload);
        expect(await first.client.next()).toEqual(signal);
        // The second signal may still be on its way.
        await evictDurableObject(stub);
      }
      expect(await second.client.heard()).toEqual(signals);
    }
    expect((await stored(stub)).rows).toEqual(seats);
  },
);

test('[R7] an eviction forgives no flood', async () => {
  const { stub, alice } = await meet();
  const send = (count: number) => {
    for (let sent = 0; sent < count; sent += 1) alice.client.sendFrame('{}');
  };
  send(floodBurstFrames / 2);
  await alice.client.heard();
  await evictDurableObject(stub);
  send(floodBurstFrames);
  expect((await alice.client.closed).code).toBe(closeCodes.flood);
});

test('[R8] a ping is answered without waking the object', async () => {
  const { stub, alice, bob } = await meetAndEvict();
  for (const { client } of [alice, bob, alice]) {
    client.sendFrame(pingFrame);
    expect(await client.nextFrame()).toBe(pongFrame);
  }
  // An object that does not run can't be evicted; any other frame wakes it.
  await expect(evictDurableObject(stub)).rejects.toThrow('not currently running');
  await alice.client.heard();
  await evictDurableObject(stub);
});

test('[R8] people who look in leave no timer, no alarm and nothing in storage', async () => {
  const timers = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'setInterval')];
  const { code, stub } = await mintRoom();
  const [anna, bert] = [await visit(code), await visit(code)];
  await evictDurableObject(stub);
  anna.client.signal(bert.id, 'x');
  await loseSocket(bert);
  await anna.client.heard();
  for (const timer of timers) {
    expect(timer).not.toHaveBeenCalled();
    timer.mockRestore();
  }
  expect(await stored(stub)).toEqual({ rows: {}, alarmInMs: null });
});

test('[R8] while people merely sit in a call nothing is written, and no timer runs', async () => {
  const { code, stub, alice, bob, visitor } = await meetAndEvict();
  const writes = await spyOnWrites(stub);
  const timers = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'setInterval')];
  alice.client.sendFrame(pingFrame);
  expect(await alice.client.nextFrame()).toBe(pongFrame);
  alice.client.signal(bob.id, 'x');
  visitor.client.signal(alice.id, 'y');
  visitor.client.send({ type: 'ice' });
  bob.client.send({ type: 'join' });
  await visit(code);
  visitor.client.close(1000);
  for (const { client } of [alice, bob]) await client.heard();
  await visitor.client.closed;
  for (const spy of [...writes, ...timers]) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
});

/** Everything by which an object can write, from now on and until it is evicted. */
function spyOnWrites(stub: DurableObjectStub) {
  return runInDurableObject(stub, (_room: Room, { storage }) => [
    vi.spyOn(storage.kv, 'put'),
    vi.spyOn(storage.kv, 'delete'),
    vi.spyOn(storage, 'setAlarm'),
    vi.spyOn(storage, 'deleteAll'),
  ]);
}
