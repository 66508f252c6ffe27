import { expect } from 'vitest';
import {
  blemishes,
  checkRelayHost,
  networkTest,
  said,
  withLines,
  without,
} from '../testing/check-relay-host.ts';

networkTest('TLS of before 1.2 is red', async () => {
  const spoil = (configuration: string) =>
    withLines('cipher-list=ALL:@SECLEVEL=0')(without('no-tlsv1', 'cipher-list')(configuration));
  const rows = await checkRelayHost({ hasTls: true, spoil });
  const red = ['tls version 443', 'tls version 5349'];
  expect(blemishes(rows)).toEqual({ red, grey: [] });
  expect(said(rows, 'tls version 443')).toContain('TLSv1.1 is spoken');
  expect(said(rows, 'tls version 443')).toContain('turnserver.conf: no-tlsv1_1');
});
