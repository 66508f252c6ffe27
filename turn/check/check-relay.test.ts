import { expect, test } from 'vitest';
import { checkRelay } from './check-relay.ts';
import type { Target } from './context.ts';
import { blemishes, checkRelayHost, networkTest, said } from './testing/check-relay-host.ts';

networkTest('a relay as turn/ sets it up is all green', async () => {
  const rows = await checkRelayHost({ hasTls: true });
  expect(blemishes(rows)).toEqual({ red: [], grey: [] });
  expect(said(rows, 'internal peers')).toBe('15 tried, all refused with 403');
  expect(said(rows, 'internal IPv6')).toBe('5 tried, all refused with 443');
  expect(said(rows, 'strangers')).toBe('anonymous 401, expired 401, tampered 401');
  expect(said(rows, 'quota')).toBe('486 after 84 allocations, of 42 that a call may need');
});

networkTest('it is green from the relay host itself, too', async () => {
  const rows = await checkRelayHost({ target: { from: '192.0.2.1' } });
  expect(blemishes(rows)).toEqual({ red: [], grey: [] });
});

networkTest(
  'from inside the network of the relay, what takes an outsider is not checked',
  async () => {
    const rows = await checkRelayHost({ target: { from: '192.0.2.2' } });
    expect(blemishes(rows)).toEqual({ red: [], grey: ['public peer', 'relay ports'] });
    expect(said(rows, 'relay ports')).toContain('192.0.2.2');
  },
);

networkTest(
  'a relay for one user is green but for the expiry and the share that it does not have',
  async () => {
    const settings = {
      TURN_AUTH: 'user',
      TURN_USER: 'lab',
      TURN_PASSWORD: 'of a laboratory'.replaceAll(' ', '-'),
    };
    const access = { kind: 'user', user: 'lab', password: settings.TURN_PASSWORD } as const;
    const rows = await checkRelayHost({ settings, target: { access } });
    expect(blemishes(rows)).toEqual({ red: [], grey: ['clock', 'quota'] });
    expect(said(rows, 'strangers')).toBe('anonymous 401, wrong password 401');
  },
);

networkTest('a relay without TLS is green where none is expected', async () => {
  const rows = await checkRelayHost();
  expect(blemishes(rows)).toEqual({ red: [], grey: [] });
  expect(said(rows, 'tls')).toBe('because of --no-tls');
});

networkTest('a relay that is not there is four red ports, and nothing else is judged', async () => {
  const rows = await checkRelayHost({ hasTls: true, target: { address: '192.0.2.2' } });
  expect(blemishes(rows).red).toEqual(['udp 3478', 'tcp 3478', 'tls 443', 'tls 5349']);
  expect(rows.filter(({ verdict }) => verdict === 'green')).toEqual([]);
});

networkTest('coturn without a configuration is red wherever it can be', async () => {
  const spoil = (configuration: string) =>
    configuration
      .split('\n')
      .filter((line) => /^(listening-|relay-ip|min-port|max-port|pidfile|userdb|log)/.test(line))
      .join('\n');
  const rows = await checkRelayHost({ spoil });
  expect(blemishes(rows).red).toEqual(['strangers', 'internal peers', 'tcp relay', 'reflection']);
});

const target: Target = {
  host: 'turn.example.org',
  address: undefined,
  from: undefined,
  port: 3478,
  tlsPorts: [443],
  authorities: [],
  capacity: 8,
  access: { kind: 'signed', secret: 'of nobody' },
};

async function checkByName(...addresses: readonly string[]) {
  // Stopped: what is asked here is only where the name leads.
  const stop = AbortSignal.abort();
  const rows = await checkRelay(target, { lookup: async () => addresses, nowMs: () => 0, stop });
  return { rows, dns: rows.find(({ name }) => name === 'dns') };
}

test('a name that leads nowhere is red, and nothing else is judged', async () => {
  const { rows, dns } = await checkByName();
  expect(dns).toMatchObject({ verdict: 'red', seen: 'no address' });
  expect(rows.filter(({ verdict }) => verdict === 'grey')).toHaveLength(rows.length - 1);
});

test('a name that leads only into internal networks is red', async () => {
  const { dns } = await checkByName('10.0.0.7', 'fd00::7');
  expect(dns).toMatchObject({ verdict: 'red', seen: '10.0.0.7, fd00::7' });
});

test('of several addresses, it says which one it talks to', async () => {
  const { dns } = await checkByName('2606:4700::1', '10.0.0.7', '1.1.1.1');
  expect(dns).toMatchObject({
    verdict: 'green',
    seen: '2606:4700::1, 10.0.0.7, 1.1.1.1; all below is about 1.1.1.1',
  });
});
