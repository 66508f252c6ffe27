import { expect, test } from 'vitest';
import { linkTo, peerId, recordOf } from '../../testing/call-records.ts';
import { uplink } from './uplink.ts';

const thin = { isUplinkThin: true };

test('a thin uplink is of whoever says so', () => {
  const links = [linkTo('ben'), linkTo('cleo', { theirAilments: thin })];
  expect(uplink(recordOf(links))).toMatchObject([
    { whose: peerId('cleo'), affected: [peerId('cleo')] },
  ]);
  expect(uplink(recordOf(links, thin))).toMatchObject([
    { whose: 'own', affected: [peerId('ben'), peerId('cleo')] },
    { whose: peerId('cleo') },
  ]);
});

test('it is bad if the others hear badly, whatever is heard from them', () => {
  const severityOf = (change: Parameters<typeof linkTo>[1]) =>
    uplink(recordOf([linkTo('ben', change)], thin))[0]?.severity;
  expect(severityOf({ theirs: { received: { concealed: 0.1 } } })).toBe('bad');
  expect(severityOf({ mine: { received: { concealed: 0.1 } } })).toBe('poor');
  expect(severityOf({ theirs: null })).toBe('poor');
});

test('someone else’s is bad if they are badly heard here', () => {
  const link = linkTo('ben', { theirAilments: thin, mine: { received: { concealed: 0.1 } } });
  expect(uplink(recordOf([link]))).toMatchObject([{ whose: peerId('ben'), severity: 'bad' }]);
});
