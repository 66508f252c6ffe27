import { expect, test } from 'vitest';
import { relayAddressOf, relayWaysOf, stunServersOf } from './relay-address.ts';

test.each([
  ['turn:relay.test:3478?transport=udp', 'udp', 'relay.test', 3478],
  ['turn:relay.test', 'udp', 'relay.test', 3478],
  ['turn:relay.test?transport=tcp', 'tcp', 'relay.test', 3478],
  ['turns:relay.test:443?transport=tcp', 'tls', 'relay.test', 443],
  ['turns:relay.test', 'tls', 'relay.test', 5349],
  ['turns:relay.test?transport=udp', 'dtls', 'relay.test', 5349],
  ['turn:[2001:db8::1]:3479', 'udp', '[2001:db8::1]', 3479],
])('the URL of a relay is taken apart: %s', (url, ...[transport, host, port]) => {
  expect(relayAddressOf(url)).toEqual({ transport, host, port });
});

test('what is no relay has no address as one', () => {
  expect(relayAddressOf('stun:relay.test')).toBeUndefined();
  expect(relayAddressOf('turn:')).toBeUndefined();
});

const servers = [
  { urls: ['stun:stun.test:3478'] },
  {
    urls: ['turn:relay.test:3478?transport=udp', 'turn:relay.test:3478?transport=tcp'],
    username: 'ana',
    credential: 'secret',
  },
];

test('every URL of a relay is a way of its own, with the credentials for it', () => {
  expect(relayWaysOf(servers).map(({ server }) => server)).toEqual([
    { urls: ['turn:relay.test:3478?transport=udp'], username: 'ana', credential: 'secret' },
    { urls: ['turn:relay.test:3478?transport=tcp'], username: 'ana', credential: 'secret' },
  ]);
});

test('a relay that speaks UDP tells how one looks from outside, as well as who is there for that', () => {
  expect(stunServersOf([...servers, ...servers])).toEqual([
    { urls: ['stun:stun.test:3478'] },
    { urls: ['stun:relay.test:3478'] },
  ]);
});
