// A ticket: the string that opens a socket under a peer's id again.
import * as v from 'valibot';
import { type PeerId, crockford } from './ids.ts';

/** 130 random bits. */
const secretLength = 26;

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
