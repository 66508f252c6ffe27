import { env } from 'cloudflare:workers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { requestLease } from './cloudflare-turn.ts';

const failed = { servers: [], lifetimeMs: 20_000 };

/** A key whose requests the API answers as `script` says, and what is written to the log. */
function setup(script: string) {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => log.mockRestore());
  const keyId = `${script}~${crypto.randomUUID()}`;
  const turn = {
    provider: 'cloudflare',
    api: env.CLOUDFLARE_TURN_API,
    keyId,
    apiToken: `token of ${keyId}`,
    ttlSeconds: 600,
  } as const;
  return { turn, logged: () => log.mock.calls.flat() };
}

test('[T5] Cloudflare is asked for credentials that last as long as the operator says', async () => {
  const { turn, logged } = setup('works');
  const lease = await requestLease(turn);
  expect(lease.lifetimeMs).toBe(600_000);
  expect(lease.servers.at(-1)).toMatchObject({
    urls: expect.arrayContaining(['turn:turn.cloudflare.test:3478?transport=udp']),
    username: 'user 1',
    credential: 'for 600 seconds',
  });
  expect(logged()).toEqual([]);
});

test('[T5] a URL that comes by itself need not be in a list', async () => {
  const { turn } = setup('works-with-one-url');
  const [relay] = (await requestLease(turn)).servers;
  expect(relay?.urls).toEqual(['turn:one.test']);
});

test.each([
  ['breaks', 'answered 500'],
  ['moves', 'answered 307'],
  ['unheard-of', 'answered 404'],
  ['babbles', 'answered 201 without a relay'],
  ['stun', 'answered 201 without a relay'],
  ['hangs', 'did not answer in time'],
])('[T5] an API that %s gives no relay, and the log says why', async (script, why) => {
  const { turn, logged } = setup(script);
  expect(await requestLease(turn, script === 'hangs' ? 50 : undefined)).toEqual(failed);
  expect(logged()).toEqual([`cloudflare-turn: the API ${why}, so people get no relay for now`]);
});

test('[T5] a wrong token gives no relay, and is not told', async () => {
  const { turn, logged } = setup('works');
  expect(await requestLease({ ...turn, apiToken: 'hunter2' })).toEqual(failed);
  expect(logged()).toEqual([
    'cloudflare-turn: the API answered 401, so people get no relay for now',
  ]);
});

test('[T5] a token that can not be sent gives no relay, and is not told', async () => {
  const { turn, logged } = setup('works');
  expect(await requestLease({ ...turn, apiToken: 'hunter2\nhunter3' })).toEqual(failed);
  expect(logged()).toEqual([
    'cloudflare-turn: the API could not be asked (TypeError), so people get no relay for now',
  ]);
});

test('[T5] a key is one step of the path, whatever it looks like', async () => {
  const { turn, logged } = setup('works');
  expect(await requestLease({ ...turn, keyId: '../../else?' })).toEqual(failed);
  expect(logged()[0]).toContain('answered 401');
});
