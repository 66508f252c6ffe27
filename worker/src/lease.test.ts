import { expect, test } from 'vitest';
import { type Lease, failureLifetimeMs, sharedLease } from './lease.ts';

const lifetimeMs = 1000;

/** A source whose requests are answered by the test, with servers numbered from 1. */
function setup() {
  const clock = { nowMs: 5000 };
  const pending: PromiseWithResolvers<Lease>[] = [];
  let asked = 0;
  const get = sharedLease(
    (_source: null) => {
      asked += 1;
      const request = Promise.withResolvers<Lease>();
      pending.push(request);
      return request.promise;
    },
    () => clock.nowMs,
  );
  return {
    clock,
    get: () => get(null),
    asked: () => asked,
    answer: () => pending.shift()?.resolve({ servers: [{ urls: [`turn:${asked}`] }], lifetimeMs }),
    answerNone: () => pending.shift()?.resolve({ servers: [], lifetimeMs: failureLifetimeMs }),
    fail: () => pending.shift()?.reject(new Error('no')),
  };
}

test('[T5] people who come at once share a request', async () => {
  const { get, asked, answer } = setup();
  const all = Promise.all([get(), get(), get()]);
  answer();
  const lease = { servers: [{ urls: ['turn:1'] }], lifetimeMs };
  expect(await all).toEqual([lease, lease, lease]);
  expect(asked()).toBe(1);
});

test('[T5] a lease is shared while half of its life remains, and says what remains', async () => {
  const { clock, get, asked, answer } = setup();
  const first = get();
  answer();
  await first;
  clock.nowMs += 500;
  expect(await get()).toEqual({ servers: [{ urls: ['turn:1'] }], lifetimeMs: 500 });
  clock.nowMs += 1;
  const second = get();
  expect(asked()).toBe(2);
  answer();
  expect(await second).toEqual({ servers: [{ urls: ['turn:2'] }], lifetimeMs });
});

test('[T5] a failed renewal takes nothing away while it lasts, and is not tried again at once', async () => {
  const { clock, get, asked, answer, answerNone } = setup();
  const first = get();
  answer();
  await first;
  clock.nowMs += 600;
  const second = get();
  answerNone();
  const left = { servers: [{ urls: ['turn:1'] }], lifetimeMs: 400 };
  expect(await second).toEqual(left);
  expect(await get()).toEqual(left);
  expect(asked()).toBe(2);
  clock.nowMs += 401;
  const third = get();
  answerNone();
  expect((await third).servers).toEqual([]);
});

test('[T5] the life of a lease begins with its request', async () => {
  const { clock, get, answer } = setup();
  const first = get();
  clock.nowMs += 300;
  answer();
  expect((await first).lifetimeMs).toBe(700);
});

test('a request that broke down does not stand in the way of the next', async () => {
  const { get, answer, fail } = setup();
  const broken = get();
  fail();
  await expect(broken).rejects.toThrow('no');
  const next = get();
  answer();
  expect((await next).servers).toEqual([{ urls: ['turn:2'] }]);
});
