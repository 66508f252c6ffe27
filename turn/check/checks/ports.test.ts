import { expect } from 'vitest';
import { blemishes, checkRelayHost, networkTest, said } from '../testing/check-relay-host.ts';

networkTest('a closed UDP port is red, and all else is checked over TCP', async () => {
  const rows = await checkRelayHost({ firewall: 'ip daddr 192.0.2.1 udp dport 3478 drop' });
  expect(blemishes(rows)).toEqual({ red: ['udp 3478'], grey: ['reflection'] });
  expect(said(rows, 'udp 3478')).toContain('no answer within 3 s');
  expect(said(rows, 'udp 3478')).toContain(
    'firewall: allow UDP from everywhere to 192.0.2.1 port 3478',
  );
});

networkTest('a closed TCP port is red, and takes with it only what needs one', async () => {
  const rows = await checkRelayHost({ firewall: 'ip daddr 192.0.2.1 tcp dport 3478 drop' });
  expect(blemishes(rows)).toEqual({ red: ['tcp 3478'], grey: ['tcp relay'] });
  expect(said(rows, 'tcp 3478')).toContain(
    'firewall: allow TCP from everywhere to 192.0.2.1 port 3478',
  );
});

networkTest('a port where nothing listens is no question of the firewall', async () => {
  const spoil = (configuration: string) => configuration.replace('aux-server=192.0.2.1:5349', '');
  const rows = await checkRelayHost({ hasTls: true, spoil });
  const grey = ['certificate 5349', 'tls version 5349'];
  expect(blemishes(rows)).toEqual({ red: ['tls 5349'], grey });
  expect(said(rows, 'tls 5349')).toContain('turnserver.conf: aux-server=192.0.2.1:5349');
  expect(said(rows, 'tls 5349')).not.toContain('firewall');
});
