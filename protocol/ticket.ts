// A ticket: the string that opens a socket under a peer's id again. It travels as a WebSocket subprotocol, because
// a header is kept in no access log and no history, and a browser can set no other (RFC 6455, section 11.3.4).
import * as v from 'valibot';
import { type PeerId, crockford } from './ids.ts';

/** 130 random bits. */
const secretLength = 26;
const subprotocolPrefix = 'ticket.';

/** The peer's id, a dot, and what only the room and that peer know. */
export const Ticket = v.pipe(
  v.string(),
  v.regex(/^[0-9a-hjkmnp-tv-z]{16}\.[0-9a-hjkmnp-tv-z]{26}$/),
  v.brand('Ticket'),
);
export type Ticket = v.InferOutput<typeof Ticket>;

/** Makes a peer's ticket from 26 random bytes. */
export function ticketFrom(peer: PeerId, random: Uint8Array): Ticket {
  if (random.length !== secretLength) throw new RangeError(`a ticket takes ${secretLength} bytes`);
  return v.parse(Ticket, `${peer}.${crockford(random)}`);
}

/** The subprotocol that carries a ticket. */
export function ticketSubprotocol(ticket: Ticket): string {
  return subprotocolPrefix + ticket;
}

/** The ticket among the subprotocols a client offers, if there is one. */
export function offeredTicket(offered: readonly string[]): Ticket | undefined {
  const carrier = offered.find((name) => name.startsWith(subprotocolPrefix));
  const result = v.safeParse(Ticket, carrier?.slice(subprotocolPrefix.length));
  return result.success ? result.output : undefined;
}
