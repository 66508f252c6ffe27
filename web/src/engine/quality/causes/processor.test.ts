import { expect, test } from 'vitest';
import { linkTo, peerId, recordOf } from '../../testing/call-records.ts';
import { processor } from './processor.ts';

test('a busy processor is of whoever says so, and everyone they are connected to suffers', () => {
  const busy = { isProcessorBusy: true };
  const links = [linkTo('ben', { theirAilments: busy }), linkTo('cleo')];
  expect(processor(recordOf(links, busy))).toEqual([
    {
      cause: 'processor',
      whose: 'own',
      affected: [peerId('ben'), peerId('cleo')],
      severity: 'poor',
    },
    { cause: 'processor', whose: peerId('ben'), affected: [peerId('ben')], severity: 'poor' },
  ]);
});

test('it is bad if someone’s pictures stand still, at either end', () => {
  const severityOf = (change: Parameters<typeof linkTo>[1]) =>
    processor(recordOf([linkTo('ben', change)], { isProcessorBusy: true }))[0]?.severity;
  expect(severityOf({ mine: { received: { frozen: 0.5 } } })).toBe('bad');
  expect(severityOf({ theirs: { received: { frozen: 0.5 } } })).toBe('bad');
  expect(severityOf({})).toBe('poor');
});

test('nobody is blamed who says nothing, or is silent', () => {
  expect(processor(recordOf([linkTo('ben'), linkTo('cleo', { theirs: null })]))).toEqual([]);
});
