import { expect, test } from 'vitest';
import { linkTo, recordOf } from '../testing/call-records.ts';
import type { CallRecord } from './call-record.ts';
import { nextStanding, nothingStands, verdictsOf } from './standing.ts';

/** The causes that stand after each look. */
function causes(...records: readonly CallRecord[]): string[] {
  let standing = nothingStands;
  return records.map((record) => {
    standing = nextStanding(standing, record);
    return verdictsOf(standing)
      .map(({ cause }) => cause)
      .join(' ');
  });
}

const well = recordOf([linkTo('ben')]);
const lossy = recordOf([linkTo('ben', { mine: { received: { lost: 0.1 } } })]);
const thin = recordOf([linkTo('ben')], { isUplinkThin: true });
const thinAndLossy = recordOf(lossy.links, { isUplinkThin: true });

test('a path takes three looks to be blamed, and three to be forgiven', () => {
  expect(causes(lossy, lossy, lossy, well, well, well)).toEqual([
    '',
    '',
    'path',
    'path',
    'path',
    '',
  ]);
});

test('of whoever has left, or is cut off, nothing stands', () => {
  const alone = recordOf([]);
  expect(causes(lossy, lossy, lossy, alone, well)).toEqual(['', '', 'path', '', '']);
  expect(causes(thin, recordOf([], { isUplinkThin: true }))).toEqual(['uplink', 'uplink']);
});

test('a burst of loss is no verdict', () => {
  expect(causes(lossy, well, lossy, well, lossy, well).join('')).toBe('');
});

test('who speaks of themselves has looked more than once', () => {
  expect(causes(thin, well)).toEqual(['uplink', '']);
});

test('what a stronger cause explains is no sign, neither meanwhile nor when that goes', () => {
  expect(causes(lossy, lossy, thinAndLossy, thinAndLossy, lossy, lossy, well)).toEqual([
    '',
    '',
    'uplink',
    'uplink',
    '',
    '',
    '',
  ]);
});

test('it is as bad as the latest look that shows it', () => {
  const worse = recordOf([linkTo('ben', { mine: { received: { lost: 0.3 } } })]);
  let standing = nothingStands;
  for (const record of [lossy, lossy, lossy, worse, well])
    standing = nextStanding(standing, record);
  expect(verdictsOf(standing)).toMatchObject([{ cause: 'path', severity: 'bad' }]);
});
