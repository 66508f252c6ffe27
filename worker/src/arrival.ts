// The rules for whoever opens a socket: who it is, what that changes for the others, and what it hears first.
import type { BrowserToken } from '../../protocol/credential.ts';
import type { Ice } from '../../protocol/relay.ts';
import type { Ticket } from '../../protocol/ticket.ts';
import { type Effects, announce, closeFor, deliver, keep } from './effect.ts';
import { dismissOtherHosts, roleOf, withoutOtherHosts } from './hosts.ts';
import { type RoomState, isHere, waitingIn } from './roster.ts';
import {
  type Owner,
  isOwner,
  isSeated,
  seatOf,
  takenSeats,
  withPresent,
  withoutSeat,
} from './seats.ts';

/** A ticket and what takes time to compute for it. */
export type Papers = Pick<Owner, 'peer' | 'ticketHash'> & {
  readonly ticket: Ticket;
  readonly ice: Ice;
};

/** What a socket comes with. */
export type Credentials = {
  /** Drawn for it, in case it has none that is good. */
  readonly fresh: Papers;
  readonly offered: Papers | undefined;
  readonly browser: BrowserToken | undefined;
  /** The number of its host token, if that was signed for this room. */
  readonly handOvers: number | undefined;
};

/** Somebody whose papers were looked at. */
export type Arrival = Owner & Papers & Pick<Credentials, 'handOvers'>;

export function identify(
  { fresh, offered, browser, handOvers }: Credentials,
  { seats, decisions }: RoomState,
): Arrival {
  const papers = offered && isOwner(offered, seats) ? offered : fresh;
  const seat = seatOf(seats, papers.peer);
  const role = roleOf(handOvers, seat, decisions);
  return { ...papers, role, handOvers, browser: browser ?? seat?.browser ?? null };
}

/** What follows before the new socket is accepted. A seat that was kept is taken up again. */
export function arrive(arrival: Arrival, room: RoomState): Effects {
  const { peer, role, browser, handOvers = 0 } = arrival;
  const isSuccessor = handOvers > room.decisions.handOvers;
  const seats = isSuccessor ? withoutOtherHosts(room.seats, peer) : room.seats;
  const seat = seatOf(takenSeats(seats), peer);
  const isChanged =
    seat && (seat.standing === 'away' || seat.role !== role || seat.browser !== browser);
  const change = {
    ...((isSuccessor || isChanged) && { seats: isChanged ? withPresent(seats, arrival) : seats }),
    ...(isSuccessor && { decisions: { ...room.decisions, handOvers } }),
  };
  return [
    ...(isHere(room.roster, peer) ? [closeFor('replaced', peer)] : []),
    ...(isSuccessor || isChanged ? [keep(change)] : []),
    ...(isSuccessor ? dismissOtherHosts(peer, room) : []),
    ...(seat?.standing === 'away' ? [announce({ type: 'peer-back', id: peer })] : []),
    ...(seat && seat.role !== role ? [announce({ type: 'peer-role', id: peer, role })] : []),
  ];
}

/** What a peer hears first on its socket, once that is accepted. */
export function greet(
  { peer, ticket, ice, role, handOvers }: Arrival,
  { roster, seats, decisions, capacity }: RoomState,
): Effects {
  const others = takenSeats(withoutSeat(seats, peer));
  const knocking = role === 'host' ? waitingIn(roster).map((member) => member.peer) : [];
  const welcome = deliver(peer, {
    type: 'welcome',
    version: 1,
    self: peer,
    ticket,
    role,
    seated: isSeated(seats, peer),
    peers: others.map((seat) => ({
      id: seat.peer,
      away: seat.standing === 'away',
      role: seat.role,
    })),
    knocking,
    room: { capacity, policy: decisions.policy },
    ice,
  });
  // It was handed the powers, and lost its socket before the token arrived.
  const hasNoToken = role === 'host' && handOvers !== decisions.handOvers;
  return hasNoToken ? [welcome, { type: 'grant', to: peer, waiting: [] }] : [welcome];
}
