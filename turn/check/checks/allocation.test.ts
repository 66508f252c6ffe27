import { expect } from 'vitest';
import {
  blemishes,
  checkRelayHost,
  networkTest,
  said,
  withLines,
  without,
} from '../testing/check-relay-host.ts';

networkTest('a wrong secret is named as such, and not as a wrong clock', async () => {
  const access = { kind: 'signed', secret: 'of another relay' } as const;
  const rows = await checkRelayHost({ target: { access } });
  expect(blemishes(rows).red).toEqual(['allocation']);
  expect(said(rows, 'allocation')).toContain('refused with 401 over udp 3478, tcp 3478');
  expect(said(rows, 'allocation')).toContain('relay.env: TURN_SECRET=');
  expect(said(rows, 'clock')).toBe('no credential is accepted, however late it expires');
  expect(said(rows, 'strangers')).toBe('anonymous 401, and so is all else');
});

networkTest('a user whom the relay does not know is named as such', async () => {
  const access = { kind: 'user', user: 'lab', password: 'of a laboratory' } as const;
  const rows = await checkRelayHost({ target: { access } });
  expect(blemishes(rows).red).toEqual(['allocation']);
  expect(said(rows, 'allocation')).toContain('TURN_USER');
});

networkTest(
  'an internal address behind a public one is red, with the line that tells of the NAT',
  async () => {
    const spoil = (configuration: string) =>
      withLines(
        'relay-ip=192.0.2.2',
        'allowed-peer-ip=192.0.2.2',
      )(without('relay-ip')(configuration));
    const rows = await checkRelayHost({ spoil });
    expect(blemishes(rows)).toEqual({ red: ['relayed address'], grey: [] });
    expect(said(rows, 'relayed address')).toContain('relay.env: TURN_PUBLIC_ADDRESS=192.0.2.1');
    expect(said(rows, 'relayed address')).toContain(
      'turnserver.conf: external-ip=192.0.2.1/192.0.2.2',
    );
  },
);
