import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { HostMessage } from '../../protocol/relay.ts';
import { evictIf, evictions, meetAndKnock, meetHosted, use } from '../test/hosted-room.ts';
import {
  type TestPeer,
  comeBack,
  crash,
  drawToken,
  loseSocket,
  mintRoom,
  moveClock,
  stored,
  takeSeat,
  visit,
} from '../test/test-room.ts';

const dayMs = 86_400_000;
const guestNow = { type: 'role', role: 'guest', token: null };
const notHost = [{ type: 'refused', reason: 'not-host' }];

/** The token that a new host is told, after what it hears of the others. */
async function tokenTold({ client }: TestPeer): Promise<string> {
  for (;;) {
    const message = await client.next();
    if (message.type === 'role' && message.token !== null) return message.token;
    if (message.type !== 'peer-role') throw new Error(`a ${message.type} in place of the token`);
  }
}

/** A meeting in which the guest is the host now, and the host a guest. */
async function handOver() {
  const meeting = await meetHosted();
  const { host, guest, visitor } = meeting;
  host.client.send({ type: 'hand-over', id: guest.id });
  const newToken = await tokenTold(guest);
  const heard = await host.client.heard();
  return { ...meeting, newToken, heard, seen: await visitor.client.heard() };
}

test('[H1] whoever made the room is its host, and everyone inside knows it', async () => {
  const { code, host, guest } = await meetHosted();
  expect([host, guest].map(({ welcome }) => welcome.role)).toEqual(['host', 'guest']);
  expect((await visit(code)).welcome.peers).toEqual([
    { id: host.id, away: false, role: 'host' },
    { id: guest.id, away: false, role: 'guest' },
  ]);
});

test.each(
  HostMessage.options.flatMap(({ entries }) =>
    evictions.map((evict) => [entries.type.literal, evict] as const),
  ),
)(
  '[H1] %s is refused to whoever is no host, and nobody hears of it (right after an eviction: %s)',
  async (type, evict) => {
    const { stub, host, guest, visitor } = await meetAndKnock();
    const before = await stored(stub);
    await evictIf(evict, stub);
    for (const sender of [guest, visitor]) {
      for (const { id } of [host, guest, visitor]) {
        const all = { type, id, entry: 'open', isRelayOnly: true, closes: true };
        expect(await use(sender, v.parse(HostMessage, all))).toEqual(notHost);
      }
    }
    for (const { client } of [host, guest, visitor]) expect(await client.heard()).toEqual([]);
    expect((await stored(stub)).rows).toEqual(before.rows);
  },
);

test('[H1] a host token that this Worker did not sign for this room makes no host', async () => {
  const { code, token } = await meetHosted();
  const elsewhere = await mintRoom();
  const [number, signature = ''] = token.split('.');
  const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
  for (const host of [
    elsewhere.host,
    `1.${signature}`,
    `${number}.${flipped}`,
    `00.${signature}`,
    `${token}A`,
    `0.${drawToken()}`,
    signature,
  ]) {
    const impostor = await visit(code, { host });
    expect(impostor.welcome.role).toBe('guest');
    expect(await use(impostor, { type: 'end' })).toEqual(notHost);
  }
});

test('[H1] the powers outlast the room', async () => {
  const { code, host, guest, token, stub } = await meetHosted();
  for (const { client } of [guest, host]) {
    client.send({ type: 'bye' });
    await client.closed;
  }
  expect((await stored(stub)).rows).toEqual({});
  expect((await visit(code, { host: token })).welcome.role).toBe('host');
});

test.each(evictions)(
  '[H7] whoever is handed the powers has them, and their maker is a guest (right after an eviction: %s)',
  async (evict) => {
    const { code, stub, token, newToken, host, guest, heard, seen } = await handOver();
    expect(newToken).toMatch(/^1\./);
    const itself = { type: 'peer-role', id: guest.id, role: 'host' };
    expect(heard).toEqual([guestNow, itself]);
    expect(seen).toEqual([{ type: 'peer-role', id: host.id, role: 'guest' }, itself]);
    await evictIf(evict, stub);
    expect(await use(host, { type: 'end' })).toEqual(notHost);
    expect(await use(guest, { type: 'ask-to-mute', id: host.id })).toEqual([]);
    expect(await host.client.next()).toEqual({ type: 'mute-asked' });
    expect((await visit(code, { host: token })).welcome.role).toBe('guest');
    expect((await visit(code, { host: newToken })).welcome.role).toBe('host');
  },
);

test('[H7] the powers are gone from every tab of their maker', async () => {
  const { code, token, host, guest } = await meetHosted();
  const secondTab = await visit(code, { host: token, browser: host.browser });
  expect(secondTab.welcome.role).toBe('host');
  host.client.send({ type: 'hand-over', id: guest.id });
  expect(await secondTab.client.next()).toEqual(guestNow);
  await secondTab.client.heard();
  expect(await use(secondTab, { type: 'end' })).toEqual(notHost);
  await loseSocket(host);
  const back = await comeBack(code, host.ticket, { host: token });
  expect(back.welcome).toMatchObject({ seated: true, role: 'guest' });
});

test.each(['an eviction', 'a crash', 'a lost socket'])(
  '[H7] a new host whose token was lost by %s is told it again when it comes back',
  async (loss) => {
    const { code, stub, newToken, guest } = await handOver();
    if (loss === 'an eviction') await evictDurableObject(stub);
    else if (loss === 'a crash') await crash(stub);
    else await loseSocket(guest);
    const back = await comeBack(code, guest.ticket);
    expect(back.welcome).toMatchObject({ seated: true, role: 'host' });
    expect(await tokenTold(back)).toBe(newToken);
    const offering = await comeBack(code, guest.ticket, { host: newToken });
    expect(await use(offering, { type: 'set-entry', entry: 'closed' })).toMatchObject([
      { type: 'policy' },
    ]);
  },
);

test('[H7] right after an alarm that woke the object the powers can be handed over', async () => {
  const { code, stub, host, guest } = await meetHosted();
  await evictDurableObject(stub);
  await runDurableObjectAlarm(stub);
  host.client.send({ type: 'hand-over', id: guest.id });
  const token = await tokenTold(guest);
  expect((await visit(code, { host: token })).welcome.role).toBe('host');
});

test('[H7] a new host hears who waits, after it has its token', async () => {
  const { host, guest, visitor } = await meetAndKnock();
  host.client.send({ type: 'hand-over', id: guest.id });
  await tokenTold(guest);
  expect(await guest.client.next()).toEqual({ type: 'knock', id: visitor.id });
  expect(await use(guest, { type: 'admit', id: visitor.id })).toContainEqual({
    type: 'knock-over',
    id: visitor.id,
  });
  expect(await host.client.heard()).not.toContainEqual({ type: 'knock-over', id: visitor.id });
});

test('[H7] when the room has forgotten whom the powers were handed to, a token reminds it', async () => {
  const { code, stub, token, newToken, host, guest } = await handOver();
  for (const { client } of [guest, host]) {
    client.send({ type: 'bye' });
    await client.closed;
  }
  await crash(stub);
  moveClock(dayMs);
  await runDurableObjectAlarm(stub);
  expect((await stored(stub)).rows).toEqual({});
  const maker = await takeSeat(code, { host: token });
  expect(maker.welcome.role).toBe('host');
  const heir = await visit(code, { host: newToken });
  expect(heir.welcome.peers).toEqual([{ id: maker.id, away: false, role: 'guest' }]);
  expect(await maker.client.heard()).toEqual([guestNow]);
  expect((await visit(code, { host: token })).welcome.role).toBe('guest');
});
