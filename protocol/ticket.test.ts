import { expect, test } from 'vitest';
import { peerIdFrom } from './ids.ts';
import { subprotocol } from './limits.ts';
import { offeredTicket, ticketFrom, ticketSubprotocol } from './ticket.ts';

const peer = peerIdFrom(new Uint8Array(16));
const ticket = ticketFrom(
  peer,
  Uint8Array.from({ length: 26 }, (_, index) => index),
);

test('a ticket is found again among the subprotocols that are offered', () => {
  expect(offeredTicket([subprotocol, ticketSubprotocol(ticket)])).toBe(ticket);
  expect(ticket.startsWith(`${peer}.`)).toBe(true);
});

test('a ticket is a token, as a subprotocol must be (RFC 9110, section 5.6.2)', () => {
  expect(ticketSubprotocol(ticket)).toMatch(/^[\w!#$%&'*+.^`|~-]+$/);
});

test.each([
  [[subprotocol]],
  [['ticket.']],
  [[`ticket.${peer}`]],
  [[ticket]],
  [[`ticket.${ticket}0`]],
  [[`ticket.${ticket.toUpperCase()}`]],
])('there is no ticket in %j', (offered) => {
  expect(offeredTicket(offered)).toBeUndefined();
});

test('a ticket takes 26 bytes', () => {
  expect(() => ticketFrom(peer, new Uint8Array(16))).toThrow(RangeError);
});
