// The rules of a room: what follows from a socket that opens, says something or ends, as effects that room.ts
// carries out. The payload of a signal passes through unread.
import type { CloseReason } from '../../protocol/close-code.ts';
import type { DecodeFailure } from '../../protocol/codec.ts';
import type { ClientMessage } from '../../protocol/relay.ts';
import { type Effects, announce, closeFor, deliver, keep, refuse } from './effect.ts';
import { withAdmitted } from './decisions.ts';
import { join, knockOver } from './entry.ts';
import { applyPower } from './host-powers.ts';
import { type Member, type RoomState, isHere } from './roster.ts';
import { seatOf, withoutSeat } from './seats.ts';

/** What follows from a decoded message. One that can't be done is answered with `refused`; it ends nothing. */
export function relay(message: ClientMessage, sender: Member, room: RoomState): Effects {
  const { peer } = sender;
  switch (message.type) {
    case 'join':
      return join(sender, room);
    case 'signal': {
      const { to, payload } = message;
      if (seatOf(room.seats, to)?.standing === 'away') return refuse('recipient-away', peer);
      if (!isHere(room.roster, to) || to === peer) return refuse('unknown-recipient', peer);
      return [deliver(to, { type: 'signal', from: peer, payload })];
    }
    case 'ice':
      return [{ type: 'renew-ice', to: peer }];
    case 'bye':
      return [...depart(sender, 'left', room), { type: 'close', peer, code: 1000, reason: 'bye' }];
    default: {
      if (sender.role !== 'host') return refuse('not-host', peer);
      const outcome = applyPower(message, peer, room);
      return typeof outcome === 'string' ? refuse(outcome, peer) : outcome;
    }
  }
}

/** What follows from a frame that could not be decoded. */
export function refuseFrame(failure: DecodeFailure, sender: Member, room: RoomState): Effects {
  return failure === 'too-large'
    ? dismiss('frameTooLarge', sender, room)
    : refuse(failure, sender.peer);
}

/** Ends a socket that broke the rules, and what its ticket was good for. */
export function dismiss(reason: CloseReason, sender: Member, room: RoomState): Effects {
  return [...depart(sender, 'lost', room), closeFor(reason, sender.peer)];
}

/** What follows from the end of a socket. One that is no departure leaves a seat without a socket, for the sweep. */
export function end(ended: Member, closeCode: number, room: RoomState): Effects {
  // A person who leaves, or closes the page (RFC 6455, section 7.4.1).
  const isDeparture = closeCode === 1000 || closeCode === 1001;
  // The end of an old socket may be heard after the same peer has opened a new one.
  if (isHere(room.roster, ended.peer)) return [];
  return isDeparture ? depart(ended, 'left', room) : knockOver(ended, room.roster);
}

/** Gives back a seat, and the ticket with it. That is news if the seat was taken. */
function depart(member: Member, reason: 'left' | 'lost', room: RoomState): Effects {
  const { roster, seats, decisions } = room;
  const { peer } = member;
  const seat = seatOf(seats, peer);
  if (!seat) return knockOver(member, roster);
  const announcement = announce({ type: 'peer-left', id: peer, reason });
  // A reload is a departure and an arrival.
  const admitting = withAdmitted(decisions, seat.browser);
  const knownAgain = reason === 'left' && admitting !== decisions ? { decisions: admitting } : {};
  return [
    keep({ seats: withoutSeat(seats, peer), ...knownAgain }),
    ...(seat.standing === 'lost' ? [] : [announcement]),
  ];
}
