import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import {
  type HostedPeer,
  evictIf,
  evictions,
  meetAndKnock,
  meetHosted,
  use,
} from '../test/hosted-room.ts';
import { TestClient } from '../test/test-client.ts';
import {
  type Offers,
  comeBack,
  crash,
  drawToken,
  loseSocket,
  requestSocket,
  takeSeat,
  visit,
} from '../test/test-room.ts';

const removed = { code: closeCodes.removed, reason: 'removed' };
const leftBy = ({ id }: { id: string }) => ({ type: 'peer-left', id, reason: 'removed' });

/** How a socket with these credentials ends. */
async function turnedAway(code: string, offers: Offers) {
  const { closed } = new TestClient(await requestSocket(code, { offers }));
  return closed;
}

/** A meeting from which the guest was just removed, as everyone has heard. */
async function meetAndRemove({ closes = false } = {}) {
  const meeting = await meetHosted();
  const { host, guest, visitor } = meeting;
  const heard = await use(host, { type: 'remove', id: guest.id, closes });
  return { ...meeting, heard, seen: await visitor.client.heard() };
}

/** All the ways back that a removed person has in its browser. */
const waysBack: [string, (guest: HostedPeer) => Offers][] = [
  ['a reload', ({ browser }) => ({ browser })],
  ['its ticket', ({ browser, ticket }) => ({ browser, ticket })],
  ['a host token of its own making', ({ browser }) => ({ browser, host: `0.${drawToken()}` })],
];

const events = ['nothing', 'an eviction', 'a crash'] as const;

async function happen(event: (typeof events)[number], stub: DurableObjectStub): Promise<void> {
  if (event === 'an eviction') await evictIf(true, stub);
  else if (event === 'a crash') await crash(stub);
}

test('[H6] whoever is removed is gone, and everyone hears it', async () => {
  const { code, guest, host, heard, seen } = await meetAndRemove();
  expect(await guest.client.closed).toEqual(removed);
  for (const news of [heard, seen]) expect(news).toEqual([leftBy(guest)]);
  const { welcome } = await visit(code);
  expect(welcome.peers).toEqual([{ id: host.id, away: false, role: 'host' }]);
  expect(welcome.room.policy.entry).toBe('open');
});

test.each(waysBack.flatMap(([way, offers]) => events.map((event) => ({ way, offers, event }))))(
  '[H6] after $event nobody who was removed comes back by $way',
  async ({ offers, event }) => {
    const { code, stub, token, host, guest } = await meetAndRemove();
    await happen(event, stub);
    for (let tries = 0; tries < 2; tries += 1)
      expect(await turnedAway(code, offers(guest))).toEqual(removed);
    const { welcome, client } = await comeBack(code, host.ticket, { host: token });
    expect(welcome.peers).toEqual([]);
    expect(await client.heard()).toEqual([]);
  },
);

test('[H6] a ticket is void in another browser too, and its bearer is a stranger there', async () => {
  const { code, guest } = await meetAndRemove();
  const stranger = await comeBack(code, guest.ticket, { browser: drawToken() });
  expect(stranger.id).not.toBe(guest.id);
  expect(stranger.welcome.seated).toBe(false);
});

test.each(evictions)(
  '[H6] every open tab of its browser goes with it, seated or not (right after an eviction: %s)',
  async (evict) => {
    const { code, stub, host, guest, visitor } = await meetHosted();
    const { browser } = guest;
    const tabs = [await takeSeat(code, { browser }), await visit(code, { browser })] as const;
    await host.client.heard();
    await visitor.client.heard();
    await evictIf(evict, stub);
    await use(host, { type: 'remove', id: tabs[1].id, closes: false });
    for (const { client } of [guest, ...tabs]) expect(await client.closed).toEqual(removed);
    expect(await visitor.client.heard()).toEqual([guest, tabs[0]].map(leftBy));
    expect(await turnedAway(code, { browser, ticket: tabs[0].ticket })).toEqual(removed);
  },
);

test.each(events)(
  '[H6] after %s a seat that is away is removed with its browser',
  async (event) => {
    const { code, stub, token, host, guest, visitor } = await meetHosted();
    await loseSocket(guest);
    await happen(event, stub);
    const { client } = await comeBack(code, host.ticket, { host: token });
    client.send({ type: 'remove', id: guest.id, closes: false });
    expect(await client.heard()).toEqual([leftBy(guest)]);
    expect(await turnedAway(code, { browser: guest.browser, ticket: guest.ticket })).toEqual(
      removed,
    );
    expect((await visit(code, { browser: visitor.browser })).welcome.peers).toHaveLength(1);
  },
);

test('[H6] whoever named no browser is removed all the same, and is a stranger when it returns', async () => {
  const { code, host } = await meetHosted();
  const bare = await takeSeat(code);
  await host.client.heard();
  expect(await use(host, { type: 'remove', id: bare.id, closes: false })).toEqual([leftBy(bare)]);
  expect((await comeBack(code, bare.ticket)).id).not.toBe(bare.id);
});

test('[H6] a removal that closes the entry keeps out other browsers as well', async () => {
  const { code, heard } = await meetAndRemove({ closes: true });
  expect(heard.at(-1)).toMatchObject({ type: 'policy', policy: { entry: 'closed' } });
  const other = await visit(code, { browser: drawToken() });
  other.client.send({ type: 'join' });
  expect(await other.client.next()).toEqual({ type: 'refused', reason: 'entry-closed' });
});

test('[H6] whoever waits can be removed, and hosts hear that the knock is over', async () => {
  const { code, host, guest, visitor } = await meetAndKnock();
  const heard = await use(host, { type: 'remove', id: visitor.id, closes: false });
  expect(heard).toEqual([{ type: 'knock-over', id: visitor.id }]);
  expect(await visitor.client.closed).toEqual(removed);
  expect(await turnedAway(code, { browser: visitor.browser })).toEqual(removed);
  expect(await guest.client.heard()).toEqual([]);
});

test.each(events)(
  '[H1] after %s a host comes in with a browser that was removed',
  async (event) => {
    const { code, stub, token, guest } = await meetAndRemove();
    await happen(event, stub);
    const host = await takeSeat(code, { browser: guest.browser, host: token });
    expect(host.welcome.role).toBe('host');
    await loseSocket(host);
    const back = await comeBack(code, host.ticket, { browser: guest.browser });
    expect(back.welcome).toMatchObject({ seated: true, role: 'host' });
  },
);

test('[H6] a host is not removed, and not with its browser', async () => {
  const { code, token, host, guest } = await meetHosted();
  const other = await takeSeat(code, { host: token, browser: guest.browser });
  await host.client.heard();
  for (const { id } of [host, other])
    expect(await use(host, { type: 'remove', id, closes: true })).toEqual([
      { type: 'refused', reason: 'unknown-recipient' },
    ]);
  await use(host, { type: 'remove', id: guest.id, closes: false });
  expect(await other.client.heard()).toEqual([leftBy(guest)]);
});

test('[H6] a socket that is removed and lingers says nothing more', async () => {
  const { code, stub, host, visitor } = await meetHosted();
  const lingering = new TestClient(await requestSocket(code), { lingers: true });
  const { self } = await lingering.welcome();
  lingering.send({ type: 'join' });
  expect(await lingering.next()).toEqual({ type: 'joined' });
  await host.client.heard();
  await use(host, { type: 'remove', id: self, closes: false });
  await lingering.closed;
  await evictIf(true, stub);
  lingering.send({ type: 'join' });
  lingering.signal(host.id, 'from the grave');
  expect(await host.client.heard()).toEqual([]);
  expect((await visitor.client.heard()).map(({ type }) => type)).toEqual([
    'peer-joined',
    'peer-left',
  ]);
});
