import { expect, test } from 'vitest';
import { linkTo, peerId, recordOf } from '../../testing/call-records.ts';
import { downlink } from './downlink.ts';

const thin = { isDownlinkThin: true };

test('a thin downlink is of whoever says so, and bad if they hear badly', () => {
  const hears = { received: { concealed: 0.1 } };
  expect(downlink(recordOf([linkTo('ben', { mine: hears }), linkTo('cleo')], thin))).toEqual([
    { cause: 'downlink', whose: 'own', affected: [peerId('ben'), peerId('cleo')], severity: 'bad' },
  ]);
  const links = [linkTo('ben', { theirs: hears, theirAilments: thin }), linkTo('cleo')];
  expect(downlink(recordOf(links))).toMatchObject([{ whose: peerId('ben'), severity: 'bad' }]);
});

test('that the others hear badly is not its doing', () => {
  const link = linkTo('ben', { theirs: { received: { concealed: 0.1 } } });
  expect(downlink(recordOf([link], thin))).toMatchObject([{ severity: 'poor' }]);
});
