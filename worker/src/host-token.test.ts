import * as v from 'valibot';
import { expect, test } from 'vitest';
import { HostToken } from '../../protocol/credential.ts';
import { readHostToken, signHostToken } from './host-token.ts';

const secret = 'a secret of tests, and of nothing else';
const room = `7k3m9qpxv7jv.${'a'.repeat(43)}`;

test('[H1] a token is its number and HMAC-SHA-256 over that and the room', async () => {
  // By `printf host:12:$room | openssl dgst -sha256 -hmac "$secret" -binary | base64`, in base64url.
  const token = '12.MAFG8ejaBodVzg9wasQl3D4vT1qjcLGUBs-myVDBxU8';
  expect(await signHostToken(secret, { handOvers: 12, room })).toBe(token);
});

test.each([0, 1, 999_999])('[H1] token number %i is known again', async (handOvers) => {
  const token = await signHostToken(secret, { handOvers, room });
  expect(await readHostToken(secret, { token, room })).toBe(handOvers);
});

test('[H1] a token of another number, room or deployment is none', async () => {
  const token = await signHostToken(secret, { handOvers: 1, room });
  const [, signature] = token.split('.');
  const forged = v.parse(HostToken, `2.${signature}`);
  expect(await readHostToken(secret, { token: forged, room })).toBeUndefined();
  expect(await readHostToken(secret, { token, room: '7k3m9qpxv7jv.' })).toBeUndefined();
  expect(await readHostToken(`${secret}!`, { token, room })).toBeUndefined();
});

test('[H1] a token with any one character of its signature changed is none', async () => {
  const token = await signHostToken(secret, { handOvers: 3, room });
  for (let index = 2; index < token.length; index += 1) {
    const changed = token[index] === 'A' ? 'B' : 'A';
    const forged = v.parse(HostToken, token.slice(0, index) + changed + token.slice(index + 1));
    expect(await readHostToken(secret, { token: forged, room })).toBeUndefined();
  }
});
