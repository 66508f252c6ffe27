import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type PeerId, peerIdFrom, RoomCode } from '../../../../protocol/ids.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { drawRoomKey, joinTokenOf, lockOf, RoomKey, sealKeyOf } from './room-key.ts';
import { type Route, RoomSeal } from './seal.ts';

const code = v.parse(RoomCode, '7k3m9qpx02ab');
const otherCode = v.parse(RoomCode, '000000000000');
const [ana, ben, cleo] = [peer(1), peer(2), peer(3)];
const route: Route = { from: ana, to: ben };
const altered = { ok: false, reason: 'altered' };

function peer(seed: number): PeerId {
  return peerIdFrom(new Uint8Array(16).fill(seed));
}

async function setup() {
  const key = drawRoomKey(crypto);
  const sealOf = async (of: RoomKey = key, room = code) =>
    new RoomSeal(crypto, await sealKeyOf(crypto, of, room), room);
  const [sender, receiver] = [await sealOf(), await sealOf()];
  return { key, sealOf, sender, receiver };
}

test('[S3] what is sealed is opened by whom it is for, and says nothing on its way', async () => {
  const { sender, receiver } = await setup();
  const text = JSON.stringify({ type: 'letter', message: 'grüße, 李雷, with [1,2] and "quotes"' });
  const payload = await sender.close(text, route);
  expect(payload).toMatch(/^[\w-]+$/);
  expect(fromBase64Url(payload)).toHaveLength(
    12 + `[1,]`.length + new TextEncoder().encode(text).length + 16,
  );
  expect(await receiver.open(payload, route)).toEqual({ ok: true, text });
});

test('[S3] the same said twice looks different', async () => {
  const { sender } = await setup();
  expect(await sender.close('"a"', route)).not.toBe(await sender.close('"a"', route));
});

test.each([
  ['as another’s', { from: cleo, to: ben }],
  ['to another', { from: ana, to: cleo }],
  ['back to its sender', { from: ben, to: ana }],
])('[S3] nothing is passed off %s', async (_how, wrongRoute) => {
  const { sender, receiver } = await setup();
  const payload = await sender.close('"hello"', route);
  expect(await receiver.open(payload, wrongRoute)).toEqual(altered);
});

test('[S3] nothing is passed on to another room, not even one with the same key', async () => {
  const { key, sealOf, sender } = await setup();
  const payload = await sender.close('"hello"', route);
  expect(await (await sealOf(key, otherCode)).open(payload, route)).toEqual(altered);
  expect(await (await sealOf(drawRoomKey(crypto))).open(payload, route)).toEqual(altered);
});

test('[S3] whatever is changed, cut or added, it does not open', async () => {
  const { sender, receiver } = await setup();
  const bytes = fromBase64Url(await sender.close('"hello"', route)) ?? new Uint8Array();
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const forged = bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
    expect(await receiver.open(toBase64Url(forged), route)).toEqual(altered);
  }
  for (let length = 0; length < bytes.length; length += 1)
    expect(await receiver.open(toBase64Url(bytes.subarray(0, length)), route)).toEqual(altered);
  expect(await receiver.open(toBase64Url(Uint8Array.of(...bytes, 0)), route)).toEqual(altered);
});

test.each([
  '',
  'a',
  '{"type":"profile-request"}',
  'no base64 ü',
  'A'.repeat(37),
  '====',
  '"hello"',
])('[S2] %j is not sealed, and does not open', async (payload) => {
  const { receiver } = await setup();
  expect(await receiver.open(payload, route)).toEqual(altered);
});

test('[S4] what was here, and what was overtaken, is not opened again', async () => {
  const { sender, receiver } = await setup();
  const [first, second] = [await sender.close('"1"', route), await sender.close('"2"', route)];
  expect(await receiver.open(second, route)).toEqual({ ok: true, text: '"2"' });
  expect(await receiver.open(second, route)).toEqual({ ok: false, reason: 'repeated' });
  expect(await receiver.open(first, route)).toEqual({ ok: false, reason: 'repeated' });
  const fromCleo = await sender.close('"3"', { from: cleo, to: ben });
  expect(await receiver.open(fromCleo, { from: cleo, to: ben })).toMatchObject({ ok: true });
});

test('[S1] the lock tells nothing but whether a join token is its own', async () => {
  const key = v.parse(RoomKey, 'AAECAwQFBgcICQoLDA0ODw');
  const token = await joinTokenOf(crypto, key);
  // Computed once by another implementation of RFC 5869.
  expect(token).toBe('fJ5_vIcf2hx6apPze26mZWknKrU29fSBAPNhGLjVHhA');
  expect(await lockOf(crypto, token)).toBe('umE1_c0x2JqKvcWMn4Z3k1S61Gln4crJVgK-Yj1OAWY');
});

test.each([
  'AAECAwQFBgcICQoLDA0ODx',
  'AAECAwQFBgcICQoLDA0OD',
  'AAECAwQFBgcICQoLDA0ODwA',
  'AAECAwQFBgcICQoLDA0OD=',
])('%j is no key', (text) => {
  expect(v.is(RoomKey, text)).toBe(false);
});
