import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { IceRenewal } from './ice-renewal.ts';

function setup() {
  const clock = new FakeClock();
  const askedMs: number[] = [];
  const renewal = new IceRenewal(clock, () => askedMs.push(clock.now()));
  return { clock, askedMs, renewal };
}

test('[T3] new credentials are asked for at half the life of the old', () => {
  const { clock, askedMs, renewal } = setup();
  renewal.follow({ servers: [], lifetimeMs: 800_000 });
  clock.advance(400_000);
  expect(askedMs).toEqual([400_000]);
  renewal.follow({ servers: [], lifetimeMs: 800_000 });
  clock.advance(400_000);
  expect(askedMs).toEqual([400_000, 800_000]);
});

test('[T3] a request without an answer is repeated before the old ones expire', () => {
  const { clock, askedMs, renewal } = setup();
  renewal.follow({ servers: [], lifetimeMs: 800_000 });
  clock.advance(799_999);
  expect(askedMs).toEqual([400_000, 500_000, 600_000, 700_000]);
});

test('[T3] very short lives are not renewed without pause', () => {
  const { clock, askedMs, renewal } = setup();
  renewal.follow({ servers: [], lifetimeMs: 1_000 });
  clock.advance(30_000);
  expect(askedMs).toHaveLength(3);
});

test('[T2] what does not expire is not renewed', () => {
  const { clock, renewal } = setup();
  renewal.follow({ servers: [], lifetimeMs: null });
  expect(clock.pendingTimers).toBe(0);
});

test('after close nothing is asked for', () => {
  const { clock, renewal } = setup();
  renewal.follow({ servers: [], lifetimeMs: 800_000 });
  renewal.close();
  expect(clock.pendingTimers).toBe(0);
});
