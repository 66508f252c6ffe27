// The rules of a room: what follows from a message or an end of a socket, as effects that room.ts
// carries out. The payload of a signal passes through unread.
import { type CloseReason, closeCodes } from '../../protocol/close-code.ts';
import type { DecodeFailure } from '../../protocol/codec.ts';
import type { PeerId } from '../../protocol/ids.ts';
import type { ClientMessage, RefusedReason, ServerMessage } from '../../protocol/relay.ts';
import { type Member, type Roster, hasFreeSeat } from './roster.ts';

/** The sender is the member whose socket brought the message. */
export type Effect =
  | { readonly type: 'become'; readonly presence: Member['presence'] }
  | { readonly type: 'answer'; readonly message: ServerMessage }
  | { readonly type: 'deliver'; readonly to: PeerId; readonly message: ServerMessage }
  /** To everyone but the sender. */
  | { readonly type: 'announce'; readonly message: ServerMessage }
  /** Answers with new credentials for the relay host. */
  | { readonly type: 'renew-ice' }
  | { readonly type: 'close'; readonly code: number; readonly reason: CloseReason | 'bye' };

type Effects = readonly Effect[];
type RoomState = { readonly roster: Roster; readonly capacity: number };

/** What follows from a decoded message. One that can't be done is answered with `refused`; it ends nothing. */
export function relay(
  message: ClientMessage,
  sender: Member,
  { roster, capacity }: RoomState,
): Effects {
  switch (message.type) {
    case 'join':
      if (sender.presence === 'seated') return refuse('already-joined');
      if (!hasFreeSeat(roster, capacity)) return refuse('room-full');
      return [
        { type: 'become', presence: 'seated' },
        { type: 'answer', message: { type: 'joined' } },
        { type: 'announce', message: { type: 'peer-joined', peer: { id: sender.peer } } },
      ];
    case 'signal': {
      const { to, payload } = message;
      const isHere = roster.some(({ peer }) => peer === to);
      if (!isHere || to === sender.peer) return refuse('unknown-recipient');
      return [{ type: 'deliver', to, message: { type: 'signal', from: sender.peer, payload } }];
    }
    case 'ice':
      return [{ type: 'renew-ice' }];
    case 'bye':
      return [...depart(sender, 'left'), { type: 'close', code: 1000, reason: 'bye' }];
    default:
      return message satisfies never;
  }
}

/** What follows from a frame that could not be decoded. */
export function refuseFrame(failure: DecodeFailure, sender: Member): Effects {
  return failure === 'too-large' ? dismiss('frameTooLarge', sender) : refuse(failure);
}

/** Ends a socket that broke the rules. */
export function dismiss(reason: CloseReason, sender: Member): Effects {
  return [...depart(sender, 'lost'), { type: 'close', code: closeCodes[reason], reason }];
}

/** What follows from a socket that ended: said once, whatever else ends it later. */
export function depart({ peer, presence }: Member, reason: 'left' | 'lost'): Effects {
  switch (presence) {
    case 'gone':
      return [];
    case 'visiting':
      return [{ type: 'become', presence: 'gone' }];
    case 'seated':
      return [
        { type: 'become', presence: 'gone' },
        { type: 'announce', message: { type: 'peer-left', id: peer, reason } },
      ];
    default:
      return presence satisfies never;
  }
}

/** 1000 and 1001 are a person leaving, or closing the page (RFC 6455, section 7.4.1). */
export function departureReason(closeCode: number): 'left' | 'lost' {
  return closeCode === 1000 || closeCode === 1001 ? 'left' : 'lost';
}

function refuse(reason: RefusedReason): Effects {
  return [{ type: 'answer', message: { type: 'refused', reason } }];
}
