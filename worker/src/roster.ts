// Who is in a room, and how many may be. Pure: the sockets behind the members are room.ts's business.
import type { PeerId } from '../../protocol/ids.ts';
import { type Seats, isSeated } from './seats.ts';

/** An open socket: whose it is, and when something last came from it, in milliseconds since the epoch. */
export type Member = { readonly peer: PeerId; readonly lastHeardMs: number };

/** A peer is a member once at most. */
export type Roster = readonly Member[];

export type RoomState = {
  readonly roster: Roster;
  readonly seats: Seats;
  readonly capacity: number;
};

/** Room for as many visitors as the largest meeting has seats, and for as many sockets that are dead but look open. */
export const socketsBeyondSeats = 24;

export function isHere(roster: Roster, peer: PeerId): boolean {
  return roster.some((member) => member.peer === peer);
}

/** Whether a peer may open a socket. Whoever has a seat always may, and nobody is in the way of itself. */
export function admitsSocket(peer: PeerId, { roster, seats, capacity }: RoomState): boolean {
  const others = roster.filter((member) => member.peer !== peer);
  return isSeated(seats, peer) || others.length < capacity + socketsBeyondSeats;
}
