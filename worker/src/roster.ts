// Who is in a room, and how many may be. Pure: the sockets behind the members are room.ts's business.
import type { CloseReason } from '../../protocol/close-code.ts';
import type { PeerId } from '../../protocol/ids.ts';
import type { Kept } from './kept.ts';
import { type Owner, isSeated } from './seats.ts';

/** An open socket: whose it is, and when something last came from it, in milliseconds since the epoch. */
export type Member = Owner & {
  readonly lastHeardMs: number;
  /** Since when it waits to be admitted; null for whoever doesn't. */
  readonly knockedMs: number | null;
};

/** A peer is a member once at most. */
export type Roster = readonly Member[];

export type RoomState = Kept & {
  readonly roster: Roster;
  readonly capacity: number;
  readonly hasRelay: boolean;
};

/** Room for as many visitors as the largest meeting has seats, and for as many sockets that are dead but look open. */
export const socketsBeyondSeats = 24;

export function memberOf(roster: Roster, peer: PeerId): Member | undefined {
  return roster.find((member) => member.peer === peer);
}

export function isHere(roster: Roster, peer: PeerId): boolean {
  return memberOf(roster, peer) !== undefined;
}

/** Who waits to be admitted, the first to knock first. */
export function waitingIn(roster: Roster): Roster {
  return roster
    .filter(({ knockedMs }) => knockedMs !== null)
    .toSorted((left, right) => Number(left.knockedMs) - Number(right.knockedMs));
}

/** Why somebody may not open a socket. Hosts and whoever has a seat always may, and nobody is in the way of itself. */
export function reasonToTurnAway(
  { peer, role, browser }: Owner,
  { roster, seats, decisions, capacity }: RoomState,
): CloseReason | undefined {
  if (role === 'host') return undefined;
  if (browser !== null && decisions.removed.includes(browser)) return 'removed';
  const others = roster.filter((member) => member.peer !== peer);
  const isRoom = isSeated(seats, peer) || others.length < capacity + socketsBeyondSeats;
  return isRoom ? undefined : 'roomFull';
}
