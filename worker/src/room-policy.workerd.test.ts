import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { evictIf, evictions, meetBehind, meetHosted, use } from '../test/hosted-room.ts';
import {
  comeBack,
  crash,
  graceMs,
  loseSocket,
  moveClock,
  stored,
  takeSeat,
  visit,
} from '../test/test-room.ts';

const dayMs = 86_400_000;
const nothing = { rows: {}, alarmInMs: null };

test.each(evictions)(
  '[H4] everyone is asked to use the relay only, and whoever comes later too (right after an eviction: %s)',
  async (evict) => {
    const { code, stub, host, guest, visitor } = await meetHosted();
    await evictIf(evict, stub);
    const policy = { entry: 'open', isRelayOnly: true };
    const heard = await use(host, { type: 'set-relay-only', isRelayOnly: true });
    for (const news of [heard, await guest.client.heard(), await visitor.client.heard()])
      expect(news).toEqual([{ type: 'policy', policy }]);
    await crash(stub);
    expect((await visit(code)).welcome.room.policy).toEqual(policy);
  },
);

test.each(evictions)(
  '[H5] whoever is asked to be silent hears it, and nobody else (right after an eviction: %s)',
  async (evict) => {
    const { stub, host, guest, visitor } = await meetHosted();
    await evictIf(evict, stub);
    expect(await use(host, { type: 'ask-to-mute', id: guest.id })).toEqual([]);
    expect(await guest.client.heard()).toEqual([{ type: 'mute-asked' }]);
    expect(await visitor.client.heard()).toEqual([]);
    await loseSocket(guest);
    await host.client.heard();
    for (const [id, reason] of [
      [guest.id, 'recipient-away'],
      [visitor.id, 'unknown-recipient'],
      [host.id, 'unknown-recipient'],
    ] as const)
      expect(await use(host, { type: 'ask-to-mute', id })).toEqual([{ type: 'refused', reason }]);
  },
);

test.each(evictions)(
  '[H8] the end closes every socket, voids every ticket and leaves the policy (right after an eviction: %s)',
  async (evict) => {
    const { code, stub, host, guest, visitor } = await meetBehind('knock');
    await evictIf(evict, stub);
    host.client.send({ type: 'end' });
    for (const { client } of [host, guest, visitor])
      expect(await client.closed).toEqual({ code: closeCodes.ended, reason: 'ended' });
    for (const { id, ticket } of [host, guest]) {
      const { welcome } = await comeBack(code, ticket);
      expect(welcome).toMatchObject({ seated: false, peers: [], role: 'guest' });
      expect(welcome.self).not.toBe(id);
      expect(welcome.room.policy.entry).toBe('knock');
    }
  },
);

test('[R16] the end of a room in which nothing was decided leaves nothing', async () => {
  const { stub, host } = await meetHosted();
  host.client.send({ type: 'end' });
  await host.client.closed;
  expect(await stored(stub)).toEqual(nothing);
});

test('[R16] what was decided is kept for a day after the last seat was given back', async () => {
  const { code, stub, host, guest, visitor } = await meetBehind('closed');
  for (const { client } of [guest, host, visitor]) {
    client.send({ type: 'bye' });
    await client.closed;
  }
  await evictDurableObject(stub);
  const { rows, alarmInMs } = await stored(stub);
  expect(rows).toMatchObject({ room: { seats: [], decisions: { policy: { entry: 'closed' } } } });
  expect(alarmInMs).toBeGreaterThan(dayMs - 5000);
  expect(alarmInMs).toBeLessThanOrEqual(dayMs);
  moveClock(dayMs / 2);
  expect((await visit(code)).welcome.room.policy.entry).toBe('closed');
  // An alarm that rings early decides nothing, and is set to when it should ring.
  await runDurableObjectAlarm(stub);
  expect((await stored(stub)).alarmInMs).toBeLessThanOrEqual(dayMs / 2);
  await crash(stub);
  moveClock(dayMs / 2);
  expect(await runDurableObjectAlarm(stub)).toBe(true);
  expect(await stored(stub)).toEqual(nothing);
  expect((await visit(code)).welcome.room.policy.entry).toBe('open');
});

test('[R16] what was decided goes with the last who is remembered', async () => {
  const { stub } = await meetBehind('knock');
  await crash(stub);
  let alarms = 0;
  for (; alarms < 9 && (await stored(stub)).alarmInMs !== null; alarms += 1) {
    await evictDurableObject(stub);
    moveClock(Number((await stored(stub)).alarmInMs));
    await runDurableObjectAlarm(stub);
  }
  // They are away after a day, lost after their grace, and forgotten after another day.
  expect(alarms).toBe(3);
  expect(await stored(stub)).toEqual(nothing);
});

test('[R16] a host who only looks in decides for a day', async () => {
  const { code, token, stub, host, guest } = await meetHosted();
  for (const { client } of [guest, host]) {
    client.send({ type: 'bye' });
    await client.closed;
  }
  const maker = await visit(code, { host: token });
  await use(maker, { type: 'set-entry', entry: 'knock' });
  expect((await stored(stub)).alarmInMs).toBeGreaterThan(dayMs - 5000);
  await use(maker, { type: 'set-entry', entry: 'open' });
  expect(await stored(stub)).toEqual(nothing);
});

test('[R16] what was decided is not forgotten while somebody is there', async () => {
  const { code, token, stub, host, guest } = await meetBehind('closed');
  for (const { client } of [guest, host]) {
    client.send({ type: 'bye' });
    await client.closed;
  }
  moveClock(dayMs - graceMs);
  const maker = await visit(code, { host: token });
  moveClock(graceMs);
  await runDurableObjectAlarm(stub);
  expect((await stored(stub)).alarmInMs).toBeGreaterThan(dayMs - 5000);
  expect(await maker.client.heard()).toEqual([]);
  expect((await takeSeat(code, { host: token })).welcome.room.policy.entry).toBe('closed');
});

test('[R16] who was seated where, and what was decided, is all that is stored', async () => {
  const { stub, host, guest, visitor, token } = await meetHosted();
  await use(host, { type: 'remove', id: guest.id, closes: true });
  const { rows } = await stored(stub);
  expect(rows).toEqual({
    room: {
      version: 2,
      usedMs: expect.any(Number),
      seats: [
        {
          peer: host.id,
          ticketHash: expect.any(String),
          role: 'host',
          browser: host.browser,
          standing: 'present',
        },
      ],
      decisions: {
        policy: { entry: 'closed', isRelayOnly: false },
        handOvers: 0,
        removed: [guest.browser],
        admitted: [],
      },
    },
  });
  for (const secret of [token, host.ticket, visitor.browser])
    expect(JSON.stringify(rows)).not.toContain(secret);
});
