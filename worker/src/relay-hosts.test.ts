import { expect, test } from 'vitest';
import type { Continent } from './continent.ts';
import { type RelayHost, nearestHosts } from './relay-hosts.ts';

function relayHost(host: string, continents: readonly Continent[] | null = null): RelayHost {
  return { host, urls: [`turn:${host}`], continents };
}

const nyc = relayHost('nyc', ['NA', 'SA']);
const anywhere = relayHost('anywhere');
const fra = relayHost('fra', ['EU', 'AF']);
const sin = relayHost('sin', ['AS', 'OC']);
const ams = relayHost('ams', ['EU']);
const elsewhere = relayHost('elsewhere');

test.each([
  ['EU', [nyc, anywhere, fra, sin, ams], [fra, ams]],
  ['AF', [nyc, anywhere, fra, sin, ams], [fra, anywhere]],
  ['OC', [nyc, elsewhere, anywhere, sin], [sin, elsewhere]],
  ['AS', [nyc, fra, sin], [sin, nyc]],
  ['SA', [fra, sin, anywhere], [anywhere, fra]],
  ['AN', [fra, sin, nyc], [fra, sin]],
] as const)(
  '[T4] of hosts near %s, for everyone and elsewhere, the first two are told, in this order',
  (continent, hosts, nearest) => {
    expect(nearestHosts(hosts, continent)).toEqual(nearest);
  },
);

test('[T4] of somebody who may be anywhere, the order of the operator decides', () => {
  expect(nearestHosts([nyc, anywhere, fra], null)).toEqual([nyc, anywhere]);
});

test('[T4] a single host serves everyone', () => {
  expect(nearestHosts([fra], 'AS')).toEqual([fra]);
});
