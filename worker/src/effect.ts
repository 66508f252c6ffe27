// What the rules of a room ask for and room.ts carries out. A peer stands for its one open socket.
import { type CloseReason, closeCodes } from '../../protocol/close-code.ts';
import type { PeerId } from '../../protocol/ids.ts';
import type { ServerMessage } from '../../protocol/relay.ts';
import type { Seats } from './seats.ts';

export type Effect =
  /** Stores the seats, and sets the alarm by them. */
  | { readonly type: 'keep'; readonly seats: Seats }
  | { readonly type: 'deliver'; readonly to: PeerId; readonly message: ServerMessage }
  | { readonly type: 'announce'; readonly message: Announcement }
  /** Delivers new credentials for the relay host. */
  | { readonly type: 'renew-ice'; readonly to: PeerId }
  /** After this the socket is gone: what still comes from it, and how it ends, is of no account. */
  | {
      readonly type: 'close';
      readonly peer: PeerId;
      readonly code: number;
      readonly reason: CloseReason | 'bye';
    };

export type Effects = readonly Effect[];

/** Goes to everyone but the peer it is about. */
export type Announcement = Extract<
  ServerMessage,
  { readonly type: 'peer-joined' | 'peer-away' | 'peer-back' | 'peer-left' }
>;

export function announce(message: Announcement): Effect {
  return { type: 'announce', message };
}

export function closeFor(reason: CloseReason, peer: PeerId): Effect {
  return { type: 'close', peer, code: closeCodes[reason], reason };
}
