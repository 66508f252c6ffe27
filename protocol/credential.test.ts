import * as v from 'valibot';
import { expect, test } from 'vitest';
import { HostToken, JoinToken, carrierOf, isCarrier, offeredCredential } from './credential.ts';
import { peerIdFrom } from './ids.ts';
import { subprotocol } from './limits.ts';
import { ticketFrom } from './ticket.ts';

const peer = peerIdFrom(new Uint8Array(16));
const ticket = ticketFrom(
  peer,
  Uint8Array.from({ length: 26 }, (_, index) => index),
);
const join = v.parse(JoinToken, `${'A_-9'.repeat(10)}xyz`);
const host = v.parse(HostToken, `12.${join}`);

test('each credential is found again among the subprotocols that are offered', () => {
  const carriers = [carrierOf('join', join), carrierOf('host', host), carrierOf('ticket', ticket)];
  const offered = [subprotocol, ...carriers];
  expect(offeredCredential('join', offered)).toBe(join);
  expect(offeredCredential('host', offered)).toBe(host);
  expect(offeredCredential('ticket', offered)).toBe(ticket);
  expect(offeredCredential('browser', offered)).toBeUndefined();
  expect(offered.filter(isCarrier)).toEqual(carriers);
});

test('a carrier is a token, as a subprotocol must be (RFC 9110, section 5.6.2)', () => {
  for (const carrier of [carrierOf('host', host), carrierOf('ticket', ticket)])
    expect(carrier).toMatch(/^[\w!#$%&'*+.^`|~-]+$/);
});

test.each([
  [[subprotocol]],
  [['ticket.']],
  [[`ticket.${peer}`]],
  [[ticket]],
  [[`ticket.${ticket}0`]],
  [[`ticket.${ticket.toUpperCase()}`]],
])('there is no ticket in %j', (offered) => {
  expect(offeredCredential('ticket', offered)).toBeUndefined();
});

test.each([`01.${join}`, `.${join}`, `1.${join}0`, `1000000.${join}`, join])(
  'there is no host token in %j',
  (token) => {
    expect(offeredCredential('host', [`host.${token}`])).toBeUndefined();
  },
);

test('what only looks like a carrier is not said back either', () => {
  expect(isCarrier('join.nonsense')).toBe(true);
  expect(isCarrier('joiner')).toBe(false);
});
