import { expect, test } from 'vitest';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { type DirectRecord, isDirectPlain, judgeDirect, tryDirect } from './direct-trial.ts';
import type { RelayFinding } from './judge-relay.ts';

const record: DirectRecord = {
  asked: ['relay.test'],
  isReflected: false,
  hasErrors: false,
  hasGathered: true,
};
const silent: DirectRecord = { ...record, hasErrors: true };
const way = (
  transport: 'udp' | 'tcp',
  outcome: RelayFinding['outcome'],
  host = 'relay.test',
): RelayFinding => ({
  address: { transport, host, port: 3478 },
  outcome,
  grades: [],
  figures: undefined,
});

test('UDP gets out where somebody has told how one looks from there', () => {
  expect(judgeDirect({ ...silent, isReflected: true }, [])).toBe('open');
});

test('an address that is the same from outside is told by no browser, and UDP gets out all the same', () => {
  expect(judgeDirect(record, [way('udp', 'blocked')])).toBe('open');
});

test('UDP gets out where a relay has answered over it, whatever it said', () => {
  for (const outcome of ['works', 'refused', 'full', 'unconnected'] as const)
    expect(judgeDirect(silent, [way('udp', outcome)])).toBe('open');
});

test('UDP does not get out where a relay is silent over it that answers over TCP', () => {
  for (const outcome of ['works', 'refused', 'full', 'unconnected'] as const) {
    const relays = [way('udp', 'blocked'), way('tcp', outcome)];
    expect(judgeDirect(silent, relays)).toBe('shut');
    expect(judgeDirect({ ...record, hasGathered: false }, relays)).toBe('shut');
  }
});

test('the silence of relays that may not be running tells nothing', () => {
  const relays = [way('udp', 'blocked'), way('tcp', 'closed')];
  expect(judgeDirect(silent, relays)).toBe('unknown');
  expect(judgeDirect({ ...record, hasGathered: false }, relays)).toBe('unknown');
  // Nor does what another says that was not asked over UDP.
  expect(judgeDirect(silent, [...relays, way('tcp', 'works', 'other.test')])).toBe('unknown');
});

test('whoever is there for nothing but to be asked is taken to be there', () => {
  const asked = ['relay.test', 'stun.test'];
  expect(judgeDirect({ ...silent, asked }, [way('udp', 'blocked')])).toBe('shut');
  expect(judgeDirect({ ...silent, asked: ['stun.test'] }, [])).toBe('shut');
});

test('what relays say is waited for only where it matters', () => {
  expect(isDirectPlain(record)).toBe(false);
  expect(isDirectPlain({ ...record, isReflected: true })).toBe(true);
  expect(isDirectPlain({ ...record, asked: [] })).toBe(true);
});

test('where there is nobody to ask, nothing is known', async () => {
  const environment = fakeEnvironment();
  const { signal } = new AbortController();
  const seen = await tryDirect([{ urls: ['turns:relay.test'] }], { environment, signal });
  expect(judgeDirect(seen, [])).toBe('unknown');
  expect(environment.connections).toEqual([]);
});

test('an answer is waited for, but not for ever', async () => {
  const environment = fakeEnvironment();
  const { signal } = new AbortController();
  const servers = [{ urls: ['stun:stun.test', 'turn:relay.test'] }];
  const trying = tryDirect(servers, { environment, signal });
  environment.clock.advance(8_000);
  expect(await trying).toMatchObject({
    asked: ['stun.test', 'relay.test'],
    isReflected: false,
    hasGathered: false,
  });
  expect(environment.connections.map(({ connectionState }) => connectionState)).toEqual(['closed']);
  expect(environment.clock.pendingTimers).toBe(0);
});
