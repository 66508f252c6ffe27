import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Ticket } from '../../protocol/ticket.ts';
import { drawTicket, hashTicket, peerOf } from './ticket.ts';

test('[R11] every ticket is drawn anew, and so is its peer', () => {
  const tickets = Array.from({ length: 50 }, drawTicket);
  expect(new Set(tickets.map((ticket) => ticket.slice(17))).size).toBe(50);
  expect(new Set(tickets.map(peerOf)).size).toBe(50);
});

test('[R11] a ticket is known by its SHA-256', async () => {
  const ticket = v.parse(Ticket, '0123456789abcdef.0123456789abcdefghjkmnpqrs');
  // By `printf $ticket | openssl dgst -sha256 -binary | base64`.
  expect(await hashTicket(ticket)).toBe('C+vMklqZ+LzWs+wEmbwIRybBwsawmCGriBjGKdsQElQ=');
  expect(peerOf(ticket)).toBe('0123456789abcdef');
});
