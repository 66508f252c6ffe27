import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { internalRanges } from './check/internal-range.ts';
import { bytesOf } from './check/stun/address.ts';
import { certificateFor } from './testing/certificate.ts';
import { type Settings, relayEnv, usual } from './testing/relay-env.ts';
import { render } from './testing/render.ts';

const certificate = {
  TURN_CERTIFICATE: 'FOLDER/chain.pem',
  TURN_CERTIFICATE_KEY: 'FOLDER/key.pem',
};
const { chain, key } = certificateFor(usual.TURN_DOMAIN);
const files = { 'chain.pem': chain, 'key.pem': key };
const redis = {
  TURN_AUTH: 'redis',
  TURN_REDIS: '10.0.0.5:6379',
  TURN_REDIS_PASSWORD: 'a-password',
};
const user = { TURN_AUTH: 'user', TURN_USER: 'lab', TURN_PASSWORD: 'only-for-test-labs' };

function configurationOf(settings: Settings = {}): string[] {
  const { configuration, problems } = render(relayEnv(settings), files);
  expect(problems).toEqual([]);
  return configuration.split('\n');
}

/** The values of a setting, in order. */
function valuesOf(lines: readonly string[], name: string): string[] {
  return lines
    .filter((line) => line.startsWith(`${name}=`))
    .map((line) => line.slice(name.length + 1));
}

test.each([
  ['8', '84'],
  ['2', '12'],
  ['12', '132'],
])('in rooms of %s each person may have %s allocations', (ROOM_CAPACITY, quota) => {
  expect(valuesOf(configurationOf({ ROOM_CAPACITY }), 'user-quota')).toEqual([quota]);
});

test.each([
  ['49152-65535', '14745'],
  ['50000-50999', '900'],
])('of the ports %s all people may have %s', (TURN_PORTS, quota) => {
  const lines = configurationOf({ TURN_PORTS });
  expect(valuesOf(lines, 'total-quota')).toEqual([quota]);
  const ports = [...valuesOf(lines, 'min-port'), ...valuesOf(lines, 'max-port')];
  expect(ports.join('-')).toBe(TURN_PORTS);
});

test('it listens and relays on its own address, and lets its own people reach each other', () => {
  const lines = configurationOf();
  for (const name of ['listening-ip', 'relay-ip', 'allowed-peer-ip'])
    expect(valuesOf(lines, name), name).toEqual(['192.0.2.1']);
  expect(valuesOf(lines, 'external-ip')).toEqual([]);
});

test('behind NAT it tells the public address, and lets its own people in by both', () => {
  const lines = configurationOf({ TURN_ADDRESS: '10.0.0.4', TURN_PUBLIC_ADDRESS: '203.0.113.7' });
  expect(valuesOf(lines, 'external-ip')).toEqual(['203.0.113.7/10.0.0.4']);
  expect(valuesOf(lines, 'listening-ip')).toEqual(['10.0.0.4']);
  expect(valuesOf(lines, 'allowed-peer-ip')).toEqual(['10.0.0.4', '203.0.113.7']);
});

test('with IPv6 it does all of it there as well', () => {
  const lines = configurationOf({ TURN_ADDRESS: '192.0.2.1 2001:db8::1', ...certificate });
  for (const name of ['listening-ip', 'relay-ip', 'allowed-peer-ip'])
    expect(valuesOf(lines, name), name).toEqual(['192.0.2.1', '2001:db8::1']);
  expect(valuesOf(lines, 'aux-server')).toEqual(['192.0.2.1:5349', '[2001:db8::1]:5349']);
});

test('without a certificate there is no TLS; with one it is on 443 and 5349', () => {
  const without = configurationOf();
  expect(without).toContain('no-tls');
  expect(valuesOf(without, 'tls-listening-port')).toEqual([]);

  const lines = configurationOf(certificate);
  expect(lines).not.toContain('no-tls');
  expect(valuesOf(lines, 'tls-listening-port')).toEqual(['443']);
  expect(valuesOf(lines, 'aux-server')).toEqual(['192.0.2.1:5349']);
  expect(valuesOf(lines, 'cert')).toEqual(['FOLDER/certificate.pem']);
  expect(valuesOf(lines, 'pkey')).toEqual(['FOLDER/key.pem']);
});

describe('who may use it', () => {
  const sqlite = 'userdb=FOLDER/secrets/secrets.sqlite';
  test.each([
    ['secret', {}, ['use-auth-secret', `static-auth-secret=${usual.TURN_SECRET}`, sqlite]],
    ['sqlite', { TURN_AUTH: 'sqlite' }, ['use-auth-secret', sqlite]],
    [
      'redis',
      redis,
      [
        'use-auth-secret',
        'redis-userdb="ip=10.0.0.5 dbname=0 password=a-password port=6379 connect_timeout=5"',
      ],
    ],
    ['user', user, ['lt-cred-mech', 'user=lab:only-for-test-labs', sqlite]],
  ])('with TURN_AUTH=%s is said by this and no more', (_, settings, expected) => {
    const names = /^(use-auth-secret|lt-cred-mech|(static-auth-secret|user|userdb|redis-userdb)=)/;
    expect(configurationOf(settings).filter((line) => names.test(line))).toEqual(expected);
  });
});

test.each([
  ['as little as possible', {}],
  ['TLS and IPv6', { TURN_ADDRESS: '192.0.2.1 2001:db8::1', ...certificate }],
  ['NAT', { TURN_ADDRESS: '10.0.0.4', TURN_PUBLIC_ADDRESS: '203.0.113.7' }],
  ['Redis', redis],
  ['a user', user],
])('with %s, each setting stands under a comment that says why', (_, settings) => {
  const blocks = configurationOf(settings).join('\n').split('\n\n');
  // What divides the file is no reason, and a setting right under it has none.
  const bare = blocks.filter((block) =>
    /^[^#\n]/.test(block.replace(/^# ---.*\n/, '').trimStart()),
  );
  expect(bare).toEqual([]);
  const [first] = blocks;
  expect(first).toMatch(/^# What every Earshot relay has in common/);
});

describe('internal networks', () => {
  test('the guard and the configuration keep coturn out of the same', () => {
    const guard = readFileSync(new URL('egress.nft', import.meta.url), 'utf8');
    const sets = [...guard.matchAll(/[\da-f.:]+\/\d+/g)].map(([cidr]) => rangeOf(cidr));
    const denied = internalRanges.map(({ first, last }) => ({
      first: bits(first),
      last: bits(last),
    }));
    // What coturn refuses in other words: no-multicast-peers, and by itself what begins with ::.
    const otherwise = ['224.0.0.0/4', 'ff00::/8', '::/96'].map(rangeOf);
    expect(merged(sets)).toEqual(merged([...denied, ...otherwise]));
  });

  test('no denied range of IPv6 begins at ::, which coturn 4.6 would take for all of IPv4', () => {
    expect(internalRanges.map(({ first }) => first)).not.toContain('::');
  });
});

/** As digits, so that they can be compared; those of IPv4 are fewer. */
interface Range {
  readonly first: string;
  readonly last: string;
}

function bits(address: string): string {
  return [...bytesOf(address)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
}

function rangeOf(cidr: string): Range {
  const [address = '', length] = cidr.split('/');
  const all = bits(address);
  const prefix = all.slice(0, Number(length));
  expect(all, `${cidr} has no bits behind its prefix`).toBe(prefix.padEnd(all.length, '0'));
  return { first: all, last: prefix.padEnd(all.length, '1') };
}

/** In order; neighbours become one. */
function merged(ranges: readonly Range[]): Range[] {
  const inOrder = ranges.toSorted(
    (left, right) => left.first.length - right.first.length || (left.first < right.first ? -1 : 1),
  );
  const done: Range[] = [];
  for (const range of inOrder) {
    const before = done.at(-1);
    const isNeighbour =
      before?.last.length === range.first.length &&
      BigInt(`0b${before.last}`) + 1n >= BigInt(`0b${range.first}`);
    if (before && isNeighbour) done.splice(-1, 1, { first: before.first, last: range.last });
    else done.push(range);
  }
  return done;
}
