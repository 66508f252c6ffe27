import { expect, test } from 'vitest';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { type DirectRecord, judgeDirect, tryDirect } from './direct-trial.ts';

const record: DirectRecord = {
  canAsk: true,
  isReflected: false,
  hasErrors: false,
  hasGathered: true,
};

test('UDP gets out where somebody has told how one looks from there', () => {
  expect(judgeDirect({ ...record, isReflected: true, hasErrors: true })).toBe('open');
});

test('an address that is the same from outside is told by no browser, and UDP gets out all the same', () => {
  expect(judgeDirect(record)).toBe('open');
});

test('UDP does not get out where nobody answers', () => {
  expect(judgeDirect({ ...record, hasErrors: true })).toBe('shut');
  expect(judgeDirect({ ...record, hasGathered: false })).toBe('shut');
});

test('where there is nobody to ask, nothing is known', async () => {
  const environment = fakeEnvironment();
  const { signal } = new AbortController();
  const seen = await tryDirect([{ urls: ['turns:relay.test'] }], { environment, signal });
  expect(judgeDirect(seen)).toBe('unknown');
  expect(environment.connections).toEqual([]);
});

test('an answer is waited for, but not for ever', async () => {
  const environment = fakeEnvironment();
  const { signal } = new AbortController();
  const trying = tryDirect([{ urls: ['stun:stun.test'] }], { environment, signal });
  environment.clock.advance(8_000);
  expect(await trying).toMatchObject({ isReflected: false, hasGathered: false });
  expect(environment.connections.map(({ connectionState }) => connectionState)).toEqual(['closed']);
  expect(environment.clock.pendingTimers).toBe(0);
});
