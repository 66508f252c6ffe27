import { expect } from 'vitest';
import {
  blemishes,
  checkRelayHost,
  networkTest,
  said,
  withLines,
  without,
} from '../testing/check-relay-host.ts';

networkTest('a relay without a quota is red', async () => {
  const rows = await checkRelayHost({ spoil: without('user-quota') });
  expect(blemishes(rows)).toEqual({ red: ['quota'], grey: [] });
  expect(said(rows, 'quota')).toContain('turnserver.conf: user-quota=84');
});

networkTest('a quota for smaller rooms than there are is red', async () => {
  const rows = await checkRelayHost({ settings: { ROOM_CAPACITY: '4' } });
  expect(blemishes(rows)).toEqual({ red: ['quota'], grey: [] });
  expect(said(rows, 'quota')).toContain('486 after 36 allocations, of 42 that a call may need');
  expect(said(rows, 'quota')).toContain('relay.env: ROOM_CAPACITY=8');
});

networkTest.each(['no-software-attribute', 'no-stun-backward-compatibility'])(
  'answers that are longer for want of %s are red',
  async (line) => {
    const rows = await checkRelayHost({ spoil: without(line) });
    expect(blemishes(rows)).toEqual({ red: ['reflection'], grey: [] });
    expect(said(rows, 'reflection')).toContain(`turnserver.conf: ${line}`);
  },
);

networkTest.each([
  ['5766', 'no-cli', ['cli-ip=192.0.2.1', 'cli-password=of-tests']],
  ['8080', 'take out web-admin', ['web-admin', 'web-admin-ip=192.0.2.1']],
])('a console that answers on %s is red', async (port, change, lines) => {
  const spoil = (configuration: string) => withLines(...lines)(without('no-cli')(configuration));
  const rows = await checkRelayHost({ spoil });
  expect(blemishes(rows)).toEqual({ red: ['console'], grey: [] });
  expect(said(rows, 'console')).toContain(`open: tcp ${port}`);
  expect(said(rows, 'console')).toContain(`turnserver.conf: ${change}`);
});
