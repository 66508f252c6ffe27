import { spawnSync } from 'node:child_process';
import { expect, onTestFinished } from 'vitest';
import {
  blemishes,
  checkRelayHost,
  networkTest,
  said,
  withLines,
  without,
} from '../testing/check-relay-host.ts';

networkTest('a range that is not denied is red, and named by its line', async () => {
  const rows = await checkRelayHost({
    spoil: without('denied-peer-ip=10.', 'denied-peer-ip=169.254.'),
  });
  expect(blemishes(rows)).toEqual({ red: ['internal peers'], grey: [] });
  const row = said(rows, 'internal peers');
  expect(row).toContain('2 of 15 open: 10.127.255.255, 169.254.169.254');
  expect(row).toContain('turnserver.conf: denied-peer-ip=10.0.0.0-10.255.255.255');
  expect(row).not.toContain('denied-peer-ip=192.168.');
});

networkTest('a multicast address that is not denied is red', async () => {
  const rows = await checkRelayHost({ spoil: without('no-multicast-peers') });
  expect(blemishes(rows)).toEqual({ red: ['internal peers'], grey: [] });
  expect(said(rows, 'internal peers')).toContain('turnserver.conf: no-multicast-peers');
});

networkTest(
  'a relay that refuses every IPv4 address is red, and its ports are not judged',
  async () => {
    const rows = await checkRelayHost({ spoil: withLines('denied-peer-ip=::-::1') });
    expect(blemishes(rows)).toEqual({ red: ['public peer'], grey: ['relay ports'] });
    expect(said(rows, 'public peer')).toContain('take out denied-peer-ip=::-::1');
  },
);

networkTest('a relay of TCP is red', async () => {
  const rows = await checkRelayHost({ spoil: without('no-tcp-relay') });
  expect(blemishes(rows)).toEqual({ red: ['tcp relay'], grey: [] });
  expect(said(rows, 'tcp relay')).toContain('turnserver.conf: no-tcp-relay');
});

networkTest('a relay that keeps two of its own apart is red', async () => {
  const rows = await checkRelayHost({ spoil: without('allowed-peer-ip') });
  expect(blemishes(rows)).toEqual({ red: ['relay to relay'], grey: [] });
  expect(said(rows, 'relay to relay')).toContain('turnserver.conf: allowed-peer-ip=192.0.2.1');
});

networkTest('a relay that does not hear itself is red', async () => {
  const firewall = 'ip saddr 192.0.2.1 ip daddr 192.0.2.1 udp dport 49152-65535 drop';
  const rows = await checkRelayHost({ firewall });
  expect(blemishes(rows)).toEqual({ red: ['relay to relay'], grey: [] });
  expect(said(rows, 'relay to relay')).toContain('no datagram arrived');
});

networkTest('closed relay ports are red, and named', async () => {
  const firewall = 'ip saddr 45.0.0.9 ip daddr 192.0.2.1 udp dport 49152-65535 drop';
  const rows = await checkRelayHost({ firewall });
  expect(blemishes(rows)).toEqual({ red: ['relay ports'], grey: [] });
  expect(said(rows, 'relay ports')).toMatch(/^8 of 8 closed: \d+(, \d+){7}\n/);
  expect(said(rows, 'relay ports')).toContain('firewall: allow UDP');
});

const address6 = '2001:470::1';

/** On loopback, like the others. */
function addAddress6(): void {
  const change = (verb: string) =>
    spawnSync('ip', ['-6', 'address', verb, `${address6}/128`, 'dev', 'lo', 'nodad']).status;
  onTestFinished(() => void change('del'));
  if (change('add') !== 0) throw new Error('this network takes no IPv6 address');
}

networkTest('a relay of IPv6 is asked for internal addresses of IPv6, and is green', async () => {
  addAddress6();
  const rows = await checkRelayHost({ settings: { TURN_ADDRESS: `192.0.2.1 ${address6}` } });
  expect(blemishes(rows)).toEqual({ red: [], grey: [] });
  expect(said(rows, 'internal IPv6')).toBe('22 tried, all refused with 443 or 403');
});

networkTest('an IPv6 range that is not denied is red, the ways back to IPv4 with it', async () => {
  addAddress6();
  const rows = await checkRelayHost({
    settings: { TURN_ADDRESS: `192.0.2.1 ${address6}` },
    spoil: without('denied-peer-ip=::ffff', 'denied-peer-ip=fc00'),
  });
  expect(blemishes(rows)).toEqual({ red: ['internal IPv6'], grey: [] });
  const row = said(rows, 'internal IPv6');
  expect(row).toContain('::ffff:127.0.0.1, ::ffff:10.0.0.1, fd00::1');
  expect(row).toContain('turnserver.conf: denied-peer-ip=fc00::-fdff:');
});
