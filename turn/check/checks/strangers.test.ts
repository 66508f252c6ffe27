import { expect } from 'vitest';
import {
  blemishes,
  checkRelayHost,
  networkTest,
  said,
  withLines,
  without,
} from '../testing/check-relay-host.ts';

networkTest.each([
  ['that is told to ask nobody', (text: string) => withLines('no-auth')(noSecret(text))],
  ['that is told of no secret', (text: string) => noSecret(text)],
])('a relay %s is open to strangers', async (_, spoil) => {
  const rows = await checkRelayHost({ spoil });
  expect(blemishes(rows)).toEqual({ red: ['strangers'], grey: ['clock', 'quota'] });
  expect(said(rows, 'strangers')).toContain(
    'anonymous accepted, expired accepted, tampered accepted',
  );
  expect(said(rows, 'strangers')).toContain('turnserver.conf: use-auth-secret');
});

const noSecret = without('use-auth-secret', 'static-auth-secret');
