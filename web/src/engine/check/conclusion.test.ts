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

test('where everything works, all is well', () => {
  expect(conclusionFor({})).toEqual({ tag: 'good' });
});

test('without the server nothing else matters', () => {
  const server = { ok: false, problem: 'socketless' } as const;
  expect(conclusionFor({ server, relays: [], troubled: ['camera'] })).toEqual({
    tag: 'server',
    problem: 'socketless',
  });
});

test('without a relay it is said whether UDP gets out', () => {
  expect(conclusionFor({ relays: [], direct: 'shut' })).toEqual({
    tag: 'no-relay',
    direct: 'shut',
  });
});

test('a blocked UDP port is named where TCP helps out', () => {
  expect(conclusionFor({ relays: [fails(udp), works(tcp), works(tls)] })).toEqual({
    tag: 'udp-blocked',
    addresses: [udp],
  });
});

test('a blocked TCP port is named, and does little harm', () => {
  expect(conclusionFor({ relays: [works(udp), fails(tcp), works(tls)] })).toEqual({
    tag: 'spare-blocked',
    addresses: [tcp],
  });
});

test('a network that lets nothing through is told which ports to open', () => {
  expect(conclusionFor({ relays: [fails(udp), fails(tcp, 'closed'), fails(tls)] })).toEqual({
    tag: 'blocked',
    addresses: [udp, tcp, tls],
  });
});

test('a relay that turns everyone away may not be running', () => {
  expect(conclusionFor({ relays: [fails(tcp, 'closed'), fails(tls, 'closed')] })).toEqual({
    tag: 'closed',
    addresses: [tcp, tls],
  });
});

test('a wrong secret is the relay’s word, and outweighs the silence of a blocked port', () => {
  expect(
    conclusionFor({ relays: [fails(udp), fails(tcp, 'refused'), fails(tls, 'refused')] }),
  ).toEqual({ tag: 'refused', addresses: [tcp, tls] });
});

test('a wrong secret at one host of two is named, too', () => {
  const other = { ...udp, host: 'other.test' };
  expect(conclusionFor({ relays: [works(udp), fails(other, 'refused')] })).toEqual({
    tag: 'refused',
    addresses: [other],
  });
});

test('a full relay, and one that lets nothing through, are the operator’s', () => {
  expect(conclusionFor({ relays: [fails(udp, 'full'), fails(tcp)] })).toEqual({
    tag: 'full',
    addresses: [udp],
  });
  expect(conclusionFor({ relays: [fails(udp, 'unconnected'), fails(tcp)] })).toEqual({
    tag: 'broken',
    addresses: [udp],
  });
});

test('a relay that is silent where another answers is down, and this network is not at fault', () => {
  const other = { ...udp, host: 'other.test' };
  expect(conclusionFor({ relays: [fails(udp), fails(tcp), works(other)] })).toEqual({
    tag: 'down',
    addresses: [udp],
  });
});

test('where nothing is blocked, what is poor about the way that calls take is said', () => {
  const lossy: RelayFinding = { ...works(udp), grades: ['lossy'] };
  const far: RelayFinding = { ...works(tcp), grades: ['far'] };
  expect(conclusionFor({ relays: [far, lossy] })).toEqual({ tag: 'poor', grade: 'lossy' });
  expect(conclusionFor({ relays: [far] })).toEqual({ tag: 'poor', grade: 'far' });
});

test('devices come after the network, and before a spare way', () => {
  expect(conclusionFor({ troubled: ['camera'] })).toEqual({ tag: 'device', device: 'camera' });
  expect(
    conclusionFor({ troubled: ['camera', 'microphone'], relays: [works(udp), fails(tcp)] }),
  ).toEqual({ tag: 'device', device: 'both' });
  expect(conclusionFor({ troubled: ['camera'], relays: [fails(udp), works(tcp)] })).toMatchObject({
    tag: 'udp-blocked',
  });
});
