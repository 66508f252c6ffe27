import { expect, test } from 'vitest';
import { parseIceUrl } from './ice-url.ts';

test.each([
  ['stun:Relay.test', { kind: 'stun', host: 'relay.test', port: 3478 }],
  ['turn:relay.test', { kind: 'udp', host: 'relay.test', port: 3478 }],
  ['TURN:relay.test:80?transport=UDP', { kind: 'udp', host: 'relay.test', port: 80 }],
  ['turn:192.0.2.1?transport=tcp', { kind: 'tcp', host: '192.0.2.1', port: 3478 }],
  ['turns:relay.test', { kind: 'tls', host: 'relay.test', port: 5349 }],
  ['turns:[2001:db8::1]:443?transport=tcp', { kind: 'tls', host: '[2001:db8::1]', port: 443 }],
  ['turns:relay.test?transport=udp', { kind: 'dtls', host: 'relay.test', port: 5349 }],
])('%s is taken apart', (text, parts) => {
  expect(parseIceUrl(text)).toEqual({ text, ...parts });
});

test.each([
  'turn:relay.test:0',
  'turn:relay.test:65536',
  'turn:relay.test:',
  'turn:[::1',
  'turn:relay.test?transport=tls',
  'stun:relay.test?transport=udp',
  'stuns:relay.test',
  ' turn:relay.test',
  '',
])('%j is none', (text) => {
  expect(parseIceUrl(text)).toBeUndefined();
});
