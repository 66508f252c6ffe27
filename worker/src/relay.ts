// The rules of a room: what follows from a socket that opens, says something or ends, as effects that room.ts
// carries out. The payload of a signal passes through unread.
import type { CloseReason } from '../../protocol/close-code.ts';
import type { DecodeFailure } from '../../protocol/codec.ts';
import type { PeerId } from '../../protocol/ids.ts';
import type { ClientMessage, Ice, RefusedReason, ServerMessage } from '../../protocol/relay.ts';
import type { Ticket } from '../../protocol/ticket.ts';
import { type Effects, announce, closeFor } from './effect.ts';
import { type RoomState, isHere } from './roster.ts';
import {
  type Owner,
  type Seats,
  hasFreeSeat,
  isSeated,
  seatOf,
  takenSeats,
  withSeat,
  withoutSeat,
} from './seats.ts';

/** Whoever opens a socket, with all that takes time to compute. */
export type Arrival = Owner & { readonly ticket: Ticket; readonly ice: Ice };

/** What follows from a decoded message. One that can't be done is answered with `refused`; it ends nothing. */
export function relay(message: ClientMessage, sender: Owner, room: RoomState): Effects {
  const { peer } = sender;
  switch (message.type) {
    case 'join':
      return join(sender, room);
    case 'signal': {
      const { to, payload } = message;
      if (seatOf(room.seats, to)?.standing === 'away') return refuse('recipient-away', peer);
      if (!isHere(room.roster, to) || to === peer) return refuse('unknown-recipient', peer);
      return [{ type: 'deliver', to, message: { type: 'signal', from: peer, payload } }];
    }
    case 'ice':
      return [{ type: 'renew-ice', to: peer }];
    case 'bye':
      return [
        ...depart(peer, 'left', room.seats),
        { type: 'close', peer, code: 1000, reason: 'bye' },
      ];
    default:
      return message satisfies never;
  }
}

function join({ peer, ticketHash }: Owner, { seats, capacity }: RoomState): Effects {
  if (isSeated(seats, peer)) return refuse('already-joined', peer);
  if (!hasFreeSeat(seats, capacity)) return refuse('room-full', peer);
  return [
    { type: 'keep', seats: withSeat(seats, { peer, ticketHash, standing: 'present' }) },
    { type: 'deliver', to: peer, message: { type: 'joined' } },
    announce({ type: 'peer-joined', id: peer }),
  ];
}

/** What follows from a frame that could not be decoded. */
export function refuseFrame(failure: DecodeFailure, sender: PeerId, seats: Seats): Effects {
  return failure === 'too-large'
    ? dismiss('frameTooLarge', sender, seats)
    : refuse(failure, sender);
}

/** Ends a socket that broke the rules, and what its ticket was good for. */
export function dismiss(reason: CloseReason, sender: PeerId, seats: Seats): Effects {
  return [...depart(sender, 'lost', seats), closeFor(reason, sender)];
}

/** What follows, before a new socket is accepted, from whose it is. A seat that was kept is taken up again. */
export function arrive({ peer, ticketHash }: Owner, { roster, seats }: RoomState): Effects {
  const replaced = isHere(roster, peer) ? [closeFor('replaced', peer)] : [];
  if (seatOf(seats, peer)?.standing !== 'away') return replaced;
  return [
    ...replaced,
    { type: 'keep', seats: withSeat(seats, { peer, ticketHash, standing: 'present' }) },
    announce({ type: 'peer-back', id: peer }),
  ];
}

/** The first thing a peer hears on its socket. */
export function welcome(
  { peer, ticket, ice }: Arrival,
  { seats, capacity }: RoomState,
): ServerMessage {
  const others = takenSeats(withoutSeat(seats, peer));
  return {
    type: 'welcome',
    version: 1,
    self: peer,
    ticket,
    seated: isSeated(seats, peer),
    peers: others.map(({ peer: id, standing }) => ({ id, away: standing === 'away' })),
    room: { capacity },
    ice,
  };
}

/** What follows from the end of a socket. One that is no departure leaves a seat without a socket, for the sweep. */
export function end(peer: PeerId, closeCode: number, { roster, seats }: RoomState): Effects {
  // A person who leaves, or closes the page (RFC 6455, section 7.4.1).
  const isDeparture = closeCode === 1000 || closeCode === 1001;
  // The end of an old socket may be heard after the same peer has opened a new one.
  return isDeparture && !isHere(roster, peer) ? depart(peer, 'left', seats) : [];
}

/** Gives back a seat, and the ticket with it. That is news if the seat was taken. */
function depart(peer: PeerId, reason: 'left' | 'lost', seats: Seats): Effects {
  const seat = seatOf(seats, peer);
  if (!seat) return [];
  const announcement = announce({ type: 'peer-left', id: peer, reason });
  return [
    { type: 'keep', seats: withoutSeat(seats, peer) },
    ...(seat.standing === 'lost' ? [] : [announcement]),
  ];
}

function refuse(reason: RefusedReason, to: PeerId): Effects {
  return [{ type: 'deliver', to, message: { type: 'refused', reason } }];
}
