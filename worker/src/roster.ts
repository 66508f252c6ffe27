// Who is in a room, and how many may be. Pure: the sockets behind the members are room.ts's business.
import * as v from 'valibot';
import { PeerId } from '../../protocol/ids.ts';

/**
 * One socket's standing: a visitor hears the room but is not announced, a seated peer was announced,
 * and of one that is gone the departure was announced too, even if its socket still lingers.
 */
export const Member = v.object({
  peer: PeerId,
  presence: v.picklist(['visiting', 'seated', 'gone']),
});
export type Member = v.InferOutput<typeof Member>;

/** The members whose sockets are open; none of them is gone. */
export type Roster = readonly Member[];

/**
 * Room for everyone of the largest meeting to reconnect while its dead sockets still look open, and for
 * as many to look in.
 */
export const socketsBeyondSeats = 24;

/** Those who were announced, in the order of the roster. */
export function seatedPeers(roster: Roster): PeerId[] {
  return roster.filter(({ presence }) => presence === 'seated').map(({ peer }) => peer);
}

/** Whether one more may be seated, of `capacity` in all. */
export function hasFreeSeat(roster: Roster, capacity: number): boolean {
  return seatedPeers(roster).length < capacity;
}

/** Whether one more socket may be opened, to visit or to be seated. */
export function admitsSocket(roster: Roster, capacity: number): boolean {
  return roster.length < capacity + socketsBeyondSeats;
}
