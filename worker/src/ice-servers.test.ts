import { expect, test } from 'vitest';
import { peerIdFrom } from '../../protocol/ids.ts';
import { iceFor } from './ice-servers.ts';

const peer = peerIdFrom(new Uint8Array(16));
const turn = { urls: ['turn:relay.test', 'turns:relay.test'], secret: 'north', ttlSeconds: 600 };

test('[T1] the credential is what coturn computes from the username', async () => {
  const ice = await iceFor(peer, { stunUrls: [], turn }, 1_700_000_000_999);
  const username = '1700000600:0000000000000000';
  // By `printf $username | openssl dgst -sha1 -hmac north -binary | base64`.
  const credential = 'pEYVAW7awLM7RPjHJYb8SeCjIR0=';
  expect(ice).toEqual({
    servers: [{ urls: turn.urls, username, credential }],
    lifetimeMs: 599_001,
  });
});

test('[T2] a STUN server gets no credentials', async () => {
  expect(await iceFor(peer, { stunUrls: ['stun:relay.test'], turn: null }, 0)).toEqual({
    servers: [{ urls: ['stun:relay.test'] }],
    lifetimeMs: null,
  });
});

test('[T2] without a relay none is sent, and nothing expires', async () => {
  expect(await iceFor(peer, { stunUrls: [], turn: null }, 0)).toEqual({
    servers: [],
    lifetimeMs: null,
  });
});
