import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { subprotocol } from '../../protocol/limits.ts';
import { type Welcome, TestClient } from '../test/test-client.ts';
import { moveClock } from '../test/test-room.ts';

/** A room whose requests to Cloudflare are answered as `script` says, and what is written to the log. */
function setup(script: string) {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => log.mockRestore());
  const stub = env.CLOUDFLARE_ROOMS.getByName(`${script}~${crypto.randomUUID()}`);
  const visit = async (...subprotocols: string[]) => {
    const offered = [subprotocol, ...subprotocols].join(', ');
    const headers = { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': offered };
    const client = new TestClient(await stub.fetch('https://earshot.test/', { headers }));
    return { client, welcome: await client.welcome() };
  };
  return { stub, visit, logged: () => log.mock.calls.flat() };
}

function usernameIn({ ice }: Pick<Welcome, 'ice'>): string | undefined {
  return ice.servers.at(-1)?.username;
}

test('[T5] people who arrive at once, and soon after, share credentials', async () => {
  const { visit } = setup('works');
  const together = await Promise.all([visit(), visit(), visit()]);
  const { welcome } = await visit();
  const usernames = [...together.map((visitor) => visitor.welcome), welcome].map(usernameIn);
  expect(usernames).toEqual(Array.from(usernames, () => 'user 1'));
});

test('[T5] who comes later gets what remains, and after half of the life something new', async () => {
  const { visit } = setup('works');
  await visit();
  moveClock(600_000);
  const { welcome } = await visit();
  expect(usernameIn(welcome)).toBe('user 1');
  expect(welcome.ice.lifetimeMs).toBeLessThanOrEqual(3_000_000);
  expect(welcome.ice.lifetimeMs).toBeGreaterThan(2_990_000);
  moveClock(1_200_001);
  expect(usernameIn((await visit()).welcome)).toBe('user 2');
});

test('[T5] right after an eviction new credentials are asked for', async () => {
  const { stub, visit } = setup('works');
  const { client } = await visit();
  await evictDurableObject(stub);
  client.send({ type: 'ice' });
  const answer = await client.next();
  if (answer.type !== 'ice') throw new Error(`a ${answer.type} in place of credentials`);
  expect(usernameIn(answer)).toBe('user 2');
});

test('[T5] a welcome arrives without a relay when Cloudflare has none, and the next try is soon', async () => {
  const { visit, logged } = setup('breaks.works');
  const { client, welcome } = await visit();
  expect(welcome.ice).toEqual({ servers: [], lifetimeMs: 20_000 });
  client.send({ type: 'join' });
  expect(await client.next()).toEqual({ type: 'joined' });
  // Neither the next visitor nor a ticket, which is looked at beside a stranger's, makes for another try at once.
  expect((await visit(`ticket.${welcome.ticket}`)).welcome).toMatchObject({
    seated: true,
    ice: { servers: [], lifetimeMs: 20_000 },
  });
  expect(logged()).toHaveLength(1);
  moveClock(10_001);
  expect(usernameIn((await visit()).welcome)).toBe('user 2');
});

test('[T5] a welcome arrives though Cloudflare never answers', async () => {
  const { visit, logged } = setup('hangs');
  const together = await Promise.all([visit(), visit()]);
  expect(together.map(({ welcome }) => welcome.ice.servers)).toEqual([[], []]);
  expect(logged()).toEqual([expect.stringContaining('did not answer in time')]);
});

test('[T5] credentials that can not be renewed are not taken away', async () => {
  const { stub, visit, logged } = setup('works.breaks');
  const { client, welcome } = await visit();
  expect(usernameIn(welcome)).toBe('user 1');
  await evictDurableObject(stub);
  client.send({ type: 'ice' });
  await vi.waitFor(() => expect(logged()).toHaveLength(1));
  expect(await client.heard()).toEqual([]);
});
