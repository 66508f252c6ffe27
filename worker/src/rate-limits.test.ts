import { expect, test } from 'vitest';
import { countedAddress, isTooMany } from './rate-limits.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::2', '0:0:0:0::/64'],
  ['2001:db8:1:2:3:4:5::', '2001:db8:1:2::/64'],
])('[R17] %s is counted as %s', (address, counted) => {
  expect(countedAddress(address)).toBe(counted);
});

test.each(['', '127.0.0.1', '127.1.2.3', '::1'])('[R17] %j is not counted', (address) => {
  expect(countedAddress(address)).toBeUndefined();
});

/** Lets two through from each address, and remembers all it was asked. */
function limitToTwo() {
  const keys: string[] = [];
  const limit = (options: { key: string }) => {
    keys.push(options.key);
    return Promise.resolve({ success: keys.filter((key) => key === options.key).length <= 2 });
  };
  return { keys, limit };
}

const from = (address?: string) =>
  new Request('https://earshot.test/', {
    headers: address === undefined ? {} : { 'CF-Connecting-IP': address },
  });

test('[R17] one address too often is too many, whatever others do', async () => {
  const limit = limitToTwo();
  const tries = ['198.51.100.1', '198.51.100.1', '198.51.100.1', '198.51.100.2'];
  const outcomes = [];
  for (const address of tries) outcomes.push(await isTooMany(from(address), limit));
  expect(outcomes).toEqual([false, false, true, false]);
});

test('[R17] nobody is too many where nobody counts, and what has no address is not counted', async () => {
  expect(await isTooMany(from('198.51.100.1'), undefined)).toBe(false);
  const limit = limitToTwo();
  expect(await isTooMany(from(), limit)).toBe(false);
  expect(limit.keys).toEqual([]);
});
