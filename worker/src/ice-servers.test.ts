import { expect, test } from 'vitest';
import { peerIdFrom } from '../../protocol/ids.ts';
import { iceFor, iceWithoutRelay } from './ice-servers.ts';
import type { Lease } from './lease.ts';

const asker = { peer: peerIdFrom(new Uint8Array(16)), continent: 'AS', nowMs: 0 } as const;
const none = { provider: 'none' } as const;
const hosts = {
  provider: 'hosts',
  hosts: [
    { host: 'fra.test', urls: ['turn:fra.test', 'turns:fra.test'], continents: null },
    { host: 'sin.test', urls: ['turn:sin.test'], continents: ['AS'] },
  ],
  access: { type: 'secret', secret: 'north', ttlSeconds: 600 },
} as const;
const cloudflare = {
  provider: 'cloudflare',
  api: 'https://api.test',
  keyId: 'key',
  apiToken: 'token',
  ttlSeconds: 600,
} as const;

function cloudflareAnswers(lease: Lease): () => Promise<Lease> {
  return () => Promise.resolve(lease);
}

function askNobody(): never {
  throw new Error('nobody is to be asked');
}

test('[T1] the credential is what coturn computes from the username, at each host', async () => {
  const config = { stunUrls: [], turn: hosts };
  const ice = await iceFor({ ...asker, nowMs: 1_700_000_000_999 }, config, askNobody);
  const username = '1700000600:0000000000000000';
  // By `printf $username | openssl dgst -sha1 -hmac north -binary | base64`.
  const credential = 'pEYVAW7awLM7RPjHJYb8SeCjIR0=';
  expect(ice).toEqual({
    servers: [
      { urls: ['turn:sin.test'], username, credential },
      { urls: ['turn:fra.test', 'turns:fra.test'], username, credential },
    ],
    lifetimeMs: 599_001,
  });
});

test('[T1] the user of a test lab is sent as it is, and never expires', async () => {
  const access = { type: 'user', username: 'lab', credential: 'for ever' } as const;
  const ice = await iceFor(asker, { stunUrls: [], turn: { ...hosts, access } }, askNobody);
  expect(ice?.lifetimeMs).toBeNull();
  expect(ice?.servers[0]).toEqual({
    urls: ['turn:sin.test'],
    username: 'lab',
    credential: 'for ever',
  });
});

test('[T2] a STUN server gets no credentials', async () => {
  const config = { stunUrls: ['stun:relay.test'], turn: none };
  expect(await iceFor(asker, config, askNobody)).toEqual({
    servers: [{ urls: ['stun:relay.test'] }],
    lifetimeMs: null,
  });
});

test('[T2] without a relay none is sent, and nothing expires', async () => {
  expect(await iceFor(asker, { stunUrls: [], turn: none }, askNobody)).toEqual({
    servers: [],
    lifetimeMs: null,
  });
});

test("[T5] Cloudflare's servers come after the STUN of the operator", async () => {
  const relay = { urls: ['turn:turn.test'], username: 'user', credential: 'pass' };
  const config = { stunUrls: ['stun:relay.test'], turn: cloudflare };
  const answers = cloudflareAnswers({ servers: [relay], lifetimeMs: 300_000 });
  expect(await iceFor(asker, config, answers)).toEqual({
    servers: [{ urls: ['stun:relay.test'] }, relay],
    lifetimeMs: 300_000,
  });
});

test('[T5] while Cloudflare gives none there is STUN, for a client that asks again soon', async () => {
  const config = { stunUrls: ['stun:relay.test'], turn: cloudflare };
  const answers = cloudflareAnswers({ servers: [], lifetimeMs: 20_000 });
  expect(await iceFor(asker, config, answers)).toBeUndefined();
  expect(iceWithoutRelay(config)).toEqual({
    servers: [{ urls: ['stun:relay.test'] }],
    lifetimeMs: 20_000,
  });
});
