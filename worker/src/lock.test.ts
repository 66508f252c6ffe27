import { expect, test } from 'vitest';
import { lockOffered } from './lock.ts';

const token = 'a'.repeat(43);

test('[S1] a lock is SHA-256 of the join token as it is written', async () => {
  // By `printf $token | openssl dgst -sha256 -binary | base64`, in base64url.
  const lock = 'ZtNPunH49FD35FWYhT5Tv8I7vRKQJ8uxMaL0_9eHjNA';
  expect(await lockOffered(['earshot.v1', `join.${token}`])).toBe(lock);
});

test('[S1] without a join token the lock is that of an open room', async () => {
  expect(await lockOffered(['earshot.v1', `host.0.${token}`, 'joiner'])).toBe('');
});

test.each([`join.`, `join.${token}a`, `join.${token.slice(1)}`, `join.${token.slice(1)}+`])(
  '[S1] %j is no key, and not none either',
  async (carrier) => {
    expect(await lockOffered([carrier])).toBeUndefined();
  },
);
