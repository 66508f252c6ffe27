import { expect, test } from 'vitest';
import { mayCreate } from './create-token.ts';

const token = 'correct-horse-battery==';

function requestWith(authorization?: string): Request {
  const headers = authorization === undefined ? {} : { Authorization: authorization };
  return new Request('https://earshot.test/api/rooms', { method: 'POST', headers });
}

test('[R17] without a token everyone may make a room, whatever they bear', async () => {
  expect(await mayCreate(requestWith(), undefined)).toBe(true);
  expect(await mayCreate(requestWith('Bearer whatever'), undefined)).toBe(true);
});

test.each([`Bearer ${token}`, `bearer ${token}`, `BEARER   ${token}`])(
  '[R17] %j may make a room',
  async (authorization) => {
    expect(await mayCreate(requestWith(authorization), token)).toBe(true);
  },
);

test.each([
  undefined,
  '',
  'Bearer',
  'Bearer ',
  token,
  `Basic ${token}`,
  `Bearer ${token}=`,
  `Bearer ${token.slice(1)}`,
  `Bearer ${token.toUpperCase()}`,
  `Bearer ${token} ${token}`,
])('[R17] %j may make no room', async (authorization) => {
  expect(await mayCreate(requestWith(authorization), token)).toBe(false);
});
