// Tickets as the room handles them: drawn, given away, and known again by their hash.
import * as v from 'valibot';
import { PeerId, peerIdFrom } from '../../protocol/ids.ts';
import { type Ticket, ticketFrom } from '../../protocol/ticket.ts';

/** Draws a ticket for a peer that was never there. */
export function drawTicket(): Ticket {
  const peer = peerIdFrom(crypto.getRandomValues(new Uint8Array(16)));
  return ticketFrom(peer, crypto.getRandomValues(new Uint8Array(26)));
}

/** Whose the ticket says it is; only {@link hashTicket} can prove it. */
export function peerOf(ticket: Ticket): PeerId {
  return v.parse(PeerId, ticket.split('.')[0]);
}

/** SHA-256 of the ticket, in base64. Its secret is random and long, so it takes no salt and nothing slower. */
export async function hashTicket(ticket: Ticket): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(ticket));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}
