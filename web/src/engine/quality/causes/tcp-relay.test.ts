import { expect, test } from 'vitest';
import { linkTo, peerId, recordOf } from '../../testing/call-records.ts';
import { tcpRelay } from './tcp-relay.ts';

test('a relay by TCP, or by TLS, is named even while all is well', () => {
  for (const path of ['relay-tcp', 'relay-tls'] as const)
    expect(tcpRelay(recordOf([linkTo('ben', { mine: { path } }), linkTo('cleo')]))).toEqual([
      { cause: 'tcp-relay', whose: 'own', affected: [peerId('ben')], severity: 'poor' },
    ]);
});

test('a relay by UDP, and no relay, are as they should be', () => {
  const links = [linkTo('ben', { mine: { path: 'relay-udp' } }), linkTo('cleo', { theirs: null })];
  expect(tcpRelay(recordOf(links))).toEqual([]);
});

test('the other end’s is theirs, and bad if it stutters', () => {
  const link = linkTo('ben', {
    theirs: { path: 'relay-tcp' },
    mine: { path: 'direct', received: { frozen: 0.4 } },
  });
  expect(tcpRelay(recordOf([link]))).toEqual([
    { cause: 'tcp-relay', whose: peerId('ben'), affected: [peerId('ben')], severity: 'bad' },
  ]);
});
