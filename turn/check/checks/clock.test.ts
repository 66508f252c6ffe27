import { expect, test } from 'vitest';
import { blemishes, checkRelayHost, networkTest, said } from '../testing/check-relay-host.ts';
import { findDifference } from './clock.ts';

/** As coturn judges expiries whose clock is so far ahead; counts how often it was asked. */
function relay(aheadSeconds: number) {
  const asked: number[] = [];
  const accepts = async (expiresInSeconds: number) => {
    asked.push(expiresInSeconds);
    return aheadSeconds <= expiresInSeconds;
  };
  return { accepts, asked };
}

test('a clock that agrees takes two questions', async () => {
  const { accepts, asked } = relay(-3);
  expect(await findDifference(accepts)).toEqual({ kind: 'close' });
  expect(asked).toHaveLength(2);
});

test.each([-172_799, -86_400, -91, -10, 11, 31, 3_600, 172_800])(
  'a clock that is %i s ahead is found to the second, in twenty-one questions',
  async (aheadSeconds) => {
    const { accepts, asked } = relay(aheadSeconds);
    expect(await findDifference(accepts)).toEqual({ kind: 'apart', aheadSeconds });
    expect(asked.length).toBeLessThanOrEqual(21);
  },
);

test.each([
  ['ahead', 200_000, true],
  ['behind', -200_000, false],
])(
  'a clock that is days %s is told apart from one that does not matter',
  async (_, aheadSeconds, isAhead) => {
    expect(await findDifference(relay(aheadSeconds).accepts)).toEqual({ kind: 'far', isAhead });
  },
);

test('a relay that accepts every expiry, or none, says nothing about its clock', async () => {
  const always = await findDifference(async () => true);
  expect(always).toEqual({ kind: 'indifferent', isAccepted: true });
  const never = await findDifference(async () => false);
  expect(never).toEqual({ kind: 'indifferent', isAccepted: false });
});

test('a relay that falls silent in between is not judged', async () => {
  const { accepts, asked } = relay(3_600);
  const silent = async (expiresInSeconds: number) =>
    asked.length < 6 ? accepts(expiresInSeconds) : undefined;
  expect(await findDifference(silent)).toEqual({ kind: 'silent' });
});

networkTest.each([
  ['an hour ahead', 3_600, /^360[01] s ahead of ours/],
  ['a minute behind', -60, /^(59|60) s behind ours/],
])(
  'a relay whose clock is %s is red, and lets us in all the same',
  async (_, clockAheadSeconds, seen) => {
    const rows = await checkRelayHost({ clockAheadSeconds });
    expect(blemishes(rows)).toEqual({ red: ['clock'], grey: [] });
    expect(said(rows, 'clock')).toMatch(seen);
    expect(said(rows, 'clock')).toContain('host: timedatectl set-ntp true');
  },
);

networkTest('a clock that is twenty seconds off does no harm', async () => {
  const rows = await checkRelayHost({ clockAheadSeconds: 20 });
  expect(blemishes(rows)).toEqual({ red: [], grey: [] });
});
