import { expect, test } from 'vitest';
import { floodBurstFrames } from '../../protocol/limits.ts';
import {
  evictIf,
  evictions,
  meetAndKnock,
  meetBehind,
  meetHosted,
  use,
} from '../test/hosted-room.ts';
import {
  type TestPeer,
  comeBack,
  crash,
  graceMs,
  loseSocket,
  moveClock,
  takeSeat,
  visit,
} from '../test/test-room.ts';

const policyOf = (entry: string) => ({ type: 'policy', policy: { entry, isRelayOnly: false } });
const refused = (reason: string) => ({ type: 'refused', reason });
const joinedBy = ({ id }: TestPeer, role = 'guest') => ({ type: 'peer-joined', id, role });

async function ask({ client }: TestPeer) {
  client.send({ type: 'join' });
  return client.heard();
}

test('[H2] everyone hears the policy, and whoever comes later is told', async () => {
  const { code, host, guest, visitor } = await meetHosted();
  const heard = await use(host, { type: 'set-entry', entry: 'closed' });
  for (const news of [heard, await guest.client.heard(), await visitor.client.heard()])
    expect(news).toEqual([policyOf('closed')]);
  expect((await visit(code)).welcome.room.policy.entry).toBe('closed');
});

test.each(['nothing', 'an eviction', 'a crash'])(
  '[H2] after %s a closed entry is closed to all but hosts and whoever has a seat',
  async (event) => {
    const { code, stub, token, host, guest, visitor } = await meetBehind('closed');
    await evictIf(event === 'an eviction', stub);
    if (event === 'a crash') await crash(stub);
    else expect(await ask(visitor)).toEqual([refused('entry-closed')]);
    const newcomer = await visit(code);
    expect(await ask(newcomer)).toEqual([refused('entry-closed')]);
    expect((await comeBack(code, guest.ticket)).welcome.seated).toBe(true);
    const secondTab = await visit(code, { host: token });
    expect(await ask(secondTab)).toEqual([{ type: 'joined' }]);
    expect((await comeBack(code, host.ticket)).welcome).toMatchObject({
      seated: true,
      role: 'host',
    });
  },
);

test.each(['closed', 'knock'] as const)(
  '[H2] whoever reloads their page is inside again where the entry is %s, and nobody else is',
  async (entry) => {
    const { code, stub, host, guest } = await meetBehind(entry);
    const { browser } = guest;
    guest.client.close(1001);
    await guest.client.closed;
    await evictIf(true, stub);
    expect(await ask(await visit(code, { browser }))).toEqual([{ type: 'joined' }]);
    await host.client.heard();
    const stranger = await ask(await visit(code));
    expect(stranger).toEqual([entry === 'closed' ? refused('entry-closed') : { type: 'waiting' }]);
  },
);

test.each(['closed', 'knock'] as const)(
  '[H2] whoever was lost takes a seat again where the entry is %s now',
  async (entry) => {
    const { code, host, guest } = await meetBehind(entry);
    await loseSocket(guest);
    moveClock(graceMs);
    await host.client.heard();
    const back = await comeBack(code, guest.ticket);
    expect(back.welcome.seated).toBe(false);
    expect(await ask(back)).toEqual([{ type: 'joined' }]);
  },
);

test.each(evictions)(
  '[H3] where one has to knock hosts hear it, and admit or deny (right after an eviction: %s)',
  async (evict) => {
    const { code, stub, host, guest, visitor } = await meetBehind('knock');
    const other = await visit(code);
    await evictIf(evict, stub);
    for (const asking of [visitor, other]) {
      expect(await ask(asking)).toEqual([{ type: 'waiting' }]);
      await evictIf(evict, stub);
      expect(await ask(asking)).toEqual([{ type: 'waiting' }]);
    }
    const knocks = [visitor, other].map(({ id }) => ({ type: 'knock', id }));
    expect(await host.client.heard()).toEqual(knocks);
    await evictIf(evict, stub);
    const denied = await use(host, { type: 'deny', id: other.id });
    expect(denied).toEqual([{ type: 'knock-over', id: other.id }]);
    const admitted = await use(host, { type: 'admit', id: visitor.id });
    expect(admitted).toEqual([joinedBy(visitor), { type: 'knock-over', id: visitor.id }]);
    expect(await other.client.heard()).toEqual([refused('denied'), joinedBy(visitor)]);
    expect(await visitor.client.heard()).toEqual([{ type: 'joined' }]);
    expect(await guest.client.heard()).toEqual([joinedBy(visitor)]);
    expect(await ask(other)).toEqual([refused('room-full')]);
  },
);

test('[H3] hosts hear of a knock while they only visit, and when they come later', async () => {
  const { code, token, host, visitor } = await meetAndKnock();
  const later = await visit(code, { host: token });
  expect(later.welcome.knocking).toEqual([visitor.id]);
  expect((await visit(code)).welcome.knocking).toEqual([]);
  await loseSocket(host);
  expect((await comeBack(code, host.ticket)).welcome.knocking).toEqual([visitor.id]);
  await use(later, { type: 'deny', id: visitor.id });
  expect((await visit(code, { host: token })).welcome.knocking).toEqual([]);
});

test.each(['says bye', 'closes the page', 'loses its socket', 'floods', 'falls silent'])(
  '[H3] hosts hear that a knock is over when whoever waits %s (right after an eviction too)',
  async (how) => {
    const { stub, host, guest, visitor } = await meetAndKnock();
    await evictIf(true, stub);
    if (how === 'says bye') visitor.client.send({ type: 'bye' });
    else if (how === 'closes the page') visitor.client.close(1001);
    else if (how === 'loses its socket') visitor.client.close();
    else if (how === 'floods')
      for (let sent = 0; sent < 2 * floodBurstFrames; sent += 1) visitor.client.sendFrame('{}');
    else {
      moveClock(30_000);
      for (const { client } of [host, guest]) await client.heard();
      moveClock(30_000);
      await guest.client.heard();
    }
    await visitor.client.closed;
    expect(await host.client.heard()).toEqual([{ type: 'knock-over', id: visitor.id }]);
    expect(await guest.client.heard()).toEqual([]);
    const late = await use(host, { type: 'admit', id: visitor.id });
    expect(late).toEqual([refused('unknown-recipient')]);
  },
);

test('[H3] in a room that has filled up nobody is admitted, and the knock stands', async () => {
  const { code, token, host, visitor } = await meetAndKnock();
  const third = await takeSeat(code, { host: token });
  await host.client.heard();
  const full = await use(host, { type: 'admit', id: visitor.id });
  expect(full).toEqual([refused('room-full')]);
  third.client.send({ type: 'bye' });
  await third.client.closed;
  await host.client.heard();
  expect(await use(host, { type: 'admit', id: visitor.id })).toContainEqual(joinedBy(visitor));
});

test.each(evictions)(
  '[H2] when the entry opens those who wait are seated in order, and the rest refused (right after an eviction: %s)',
  async (evict) => {
    const { code, stub, host, guest, visitor } = await meetAndKnock();
    const second = await visit(code);
    expect(await ask(second)).toEqual([{ type: 'waiting' }]);
    await host.client.heard();
    await evictIf(evict, stub);
    expect(await use(host, { type: 'set-entry', entry: 'open' })).toEqual([
      policyOf('open'),
      joinedBy(visitor),
      { type: 'knock-over', id: visitor.id },
      { type: 'knock-over', id: second.id },
    ]);
    expect(await visitor.client.heard()).toEqual([policyOf('open'), { type: 'joined' }]);
    expect(await second.client.heard()).toEqual([
      policyOf('open'),
      joinedBy(visitor),
      refused('room-full'),
    ]);
    guest.client.send({ type: 'bye' });
    await guest.client.closed;
    await second.client.heard();
    expect(await ask(second)).toEqual([{ type: 'joined' }]);
  },
);

test('[H2] when the entry closes those who wait are refused', async () => {
  const { host, visitor } = await meetAndKnock();
  await use(host, { type: 'set-entry', entry: 'closed' });
  expect(await visitor.client.heard()).toEqual([policyOf('closed'), refused('entry-closed')]);
});

test('[H3] a crash forgets who waited, and whoever asks again waits again', async () => {
  const { code, stub, host, visitor } = await meetAndKnock();
  await crash(stub);
  expect((await comeBack(code, host.ticket)).welcome.knocking).toEqual([]);
  const again = await comeBack(code, visitor.ticket);
  expect(await ask(again)).toEqual([{ type: 'waiting' }]);
});

test('[R3] a host asks whoever knocks who it is', async () => {
  const { host, visitor } = await meetAndKnock();
  host.client.signal(visitor.id, 'who?');
  expect(await visitor.client.next()).toMatchObject({ from: host.id, payload: 'who?' });
  visitor.client.signal(host.id, 'Vera');
  expect(await host.client.next()).toMatchObject({ from: visitor.id, payload: 'Vera' });
});
