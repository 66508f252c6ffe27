import { expect, test } from 'vitest';
import type { RelayFinding } from './judge-relay.ts';
import { type Findings, conclusionOf } from './conclusion.ts';

const figures = { roundTripMs: 20, loss: 0, bitsPerSecond: 4_000_000 };
const udp = { transport: 'udp', host: 'relay.test', port: 3478 } as const;
const tcp = { ...udp, transport: 'tcp' } as const;
const tls = { ...udp, transport: 'tls', port: 443 } as const;
const works = (address: RelayFinding['address']): RelayFinding => ({
  address,
  outcome: 'works',
  grades: [],
  figures,
});
const fails = (
  address: RelayFinding['address'],
  outcome: RelayFinding['outcome'] = 'blocked',
): RelayFinding => ({ address, outcome, grades: [], figures: undefined });
const conclusionFor = (change: Partial<Findings>) =>
  conclusionOf({
    server: { ok: true, servers: [] },
    direct: 'open',
    relays: [works(udp), works(tcp), works(tls)],
    troubled: [],
    ...change,
  });
const networkFor = (change: Partial<Findings>) => conclusionFor(change).network;

test('where everything works, all is well', () => {
  expect(networkFor({})).toEqual({ tag: 'good' });
});

test('without the server nothing else of the network matters', () => {
  const server = { ok: false, problem: 'socketless' } as const;
  expect(networkFor({ server, relays: [] })).toEqual({
    tag: 'server',
    problem: 'socketless',
  });
});

test('without a relay it is said whether UDP gets out', () => {
  expect(networkFor({ relays: [], direct: 'shut' })).toEqual({
    tag: 'no-relay',
    direct: 'shut',
  });
});

test('a blocked UDP port is named where TCP helps out', () => {
  expect(networkFor({ relays: [fails(udp), works(tcp), works(tls)] })).toEqual({
    tag: 'udp-blocked',
    addresses: [udp],
  });
});

test('a blocked TCP port is named, and does little harm', () => {
  expect(networkFor({ relays: [works(udp), fails(tcp), works(tls)] })).toEqual({
    tag: 'spare-blocked',
    addresses: [tcp],
  });
});

test('a network that lets nothing through is told which ports to open', () => {
  expect(networkFor({ relays: [fails(udp), fails(tcp, 'closed'), fails(tls)] })).toEqual({
    tag: 'blocked',
    addresses: [udp, tcp, tls],
  });
});

test('a relay that turns everyone away may not be running', () => {
  expect(networkFor({ relays: [fails(tcp, 'closed'), fails(tls, 'closed')] })).toEqual({
    tag: 'closed',
    addresses: [tcp, tls],
  });
});

test('a relay that is not running is silent over UDP, and it is not this network that is at fault', () => {
  const dtls = { ...tls, transport: 'dtls' } as const;
  expect(
    networkFor({ relays: [fails(udp), fails(tcp, 'closed'), fails(tls, 'closed'), fails(dtls)] }),
  ).toEqual({ tag: 'closed', addresses: [udp, tcp, tls, dtls] });
  expect(networkFor({ relays: [fails(udp), fails(dtls)] }).tag).toBe('blocked');
});

test('a wrong secret is the relay’s word, and outweighs the silence of a blocked port', () => {
  expect(
    networkFor({ relays: [fails(udp), fails(tcp, 'refused'), fails(tls, 'refused')] }),
  ).toEqual({ tag: 'refused', addresses: [tcp, tls] });
});

test('a wrong secret at one host of two is named, too', () => {
  const other = { ...udp, host: 'other.test' };
  expect(networkFor({ relays: [works(udp), fails(other, 'refused')] })).toEqual({
    tag: 'refused',
    addresses: [other],
  });
});

test('a full relay, and one that lets nothing through, are the operator’s', () => {
  expect(networkFor({ relays: [fails(udp, 'full'), fails(tcp)] })).toEqual({
    tag: 'full',
    addresses: [udp],
  });
  expect(networkFor({ relays: [fails(udp, 'unconnected'), fails(tcp)] })).toEqual({
    tag: 'broken',
    addresses: [udp],
  });
});

test('a relay that is silent where another answers is down, and this network is not at fault', () => {
  const other = { ...udp, host: 'other.test' };
  expect(networkFor({ relays: [fails(udp), fails(tcp), works(other)] })).toEqual({
    tag: 'down',
    addresses: [udp],
  });
});

test('where nothing is blocked, what is poor about the way that calls take is said', () => {
  const lossy: RelayFinding = { ...works(udp), grades: ['lossy'] };
  const far: RelayFinding = { ...works(tcp), grades: ['far'] };
  expect(networkFor({ relays: [far, lossy] })).toEqual({ tag: 'poor', grade: 'lossy' });
  expect(networkFor({ relays: [far] })).toEqual({ tag: 'poor', grade: 'far' });
});

test('devices that give nothing are named beside whatever the network does', () => {
  expect(conclusionFor({}).devices).toBeUndefined();
  expect(conclusionFor({ troubled: ['camera'] })).toEqual({
    network: { tag: 'good' },
    devices: 'camera',
  });
  const troubled = ['camera', 'microphone'] as const;
  expect(conclusionFor({ troubled, relays: [] })).toMatchObject({
    network: { tag: 'no-relay' },
    devices: 'both',
  });
  expect(conclusionFor({ troubled, relays: [works(udp), fails(tcp)] })).toMatchObject({
    network: { tag: 'spare-blocked' },
    devices: 'both',
  });
});
