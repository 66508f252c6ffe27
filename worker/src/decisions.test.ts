import * as v from 'valibot';
import { expect, test } from 'vitest';
import { BrowserToken } from '../../protocol/credential.ts';
import {
  isAdmitted,
  isNothingDecided,
  nothingDecided,
  withAdmitted,
  withPolicy,
  withRemoved,
} from './decisions.ts';

const browsers = Array.from({ length: 101 }, (_, index) =>
  v.parse(BrowserToken, String(index).padStart(43, '0')),
);
const [first = null, second = null] = browsers;

test('[H6] the last 100 browsers that were removed are known, each once', () => {
  const { removed } = browsers.reduce(withRemoved, nothingDecided);
  expect(removed).toEqual(browsers.slice(1));
  const again = [first, second, first].reduce(withRemoved, nothingDecided);
  expect(again.removed).toEqual([second, first]);
});

test('[H6] without a browser there is nothing to know again', () => {
  expect(withRemoved(nothingDecided, null)).toBe(nothingDecided);
});

test('[H2] whoever left while the entry was not open is known, until it opens or they are removed', () => {
  const closed = withPolicy(nothingDecided, { entry: 'closed' });
  const left = withAdmitted(closed, first);
  expect(isAdmitted(left, first)).toBe(true);
  expect(isAdmitted(left, second)).toBe(false);
  expect(isAdmitted(withPolicy(left, { entry: 'knock' }), first)).toBe(true);
  expect(isAdmitted(withPolicy(left, { entry: 'open' }), first)).toBe(false);
  expect(isAdmitted(withRemoved(left, first), first)).toBe(false);
  expect(withAdmitted(nothingDecided, first)).toBe(nothingDecided);
  expect(isAdmitted(left, null)).toBe(false);
});

test('[R16] what was decided and taken back is nothing, and all else is something', () => {
  const closed = withPolicy(nothingDecided, { entry: 'closed' });
  expect(isNothingDecided(withPolicy(closed, { entry: 'open' }))).toBe(true);
  for (const decisions of [
    closed,
    withPolicy(nothingDecided, { isRelayOnly: true }),
    withRemoved(nothingDecided, first),
    { ...nothingDecided, handOvers: 1 },
  ])
    expect(isNothingDecided(decisions)).toBe(false);
});
