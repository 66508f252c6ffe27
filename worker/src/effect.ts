// What the rules of a room ask for and room.ts carries out. A peer stands for its one open socket.
import { type CloseReason, closeCodes } from '../../protocol/close-code.ts';
import type { PeerId } from '../../protocol/ids.ts';
import type { RefusedReason, ServerMessage } from '../../protocol/relay.ts';
import type { KeptChange } from './kept.ts';
import type { Member, Roster } from './roster.ts';

export type Effect =
  /** Stores what has changed, and sets the alarm by it. */
  | { readonly type: 'keep'; readonly change: KeptChange }
  | { readonly type: 'deliver'; readonly to: PeerId; readonly message: ServerMessage }
  | { readonly type: 'announce'; readonly message: Announcement }
  /** Changes what a socket remembers. */
  | { readonly type: 'mark'; readonly peer: PeerId; readonly marks: Marks }
  /** Delivers new credentials for the relay host. */
  | { readonly type: 'renew-ice'; readonly to: PeerId }
  /** Tells a host that it is one, with the token that makes it one again, and then who waits. */
  | { readonly type: 'grant'; readonly to: PeerId; readonly waiting: readonly PeerId[] }
  /** After this the socket is gone: what still comes from it, and how it ends, is of no account. */
  | {
      readonly type: 'close';
      readonly peer: PeerId;
      readonly code: number;
      readonly reason: CloseReason | 'bye';
    };

export type Effects = readonly Effect[];

export type Marks = Partial<Pick<Member, 'role' | 'knockedMs'>>;

/** Goes to everyone but the peer it is about. */
export type Announcement = Extract<
  ServerMessage,
  {
    readonly type: 'peer-joined' | 'peer-away' | 'peer-back' | 'peer-left' | 'peer-role' | 'policy';
  }
>;

export function keep(change: KeptChange): Effect {
  return { type: 'keep', change };
}

export function deliver(to: PeerId, message: ServerMessage): Effect {
  return { type: 'deliver', to, message };
}

export function deliverToHosts(roster: Roster, message: ServerMessage): Effects {
  return roster.filter(({ role }) => role === 'host').map(({ peer }) => deliver(peer, message));
}

export function announce(message: Announcement): Effect {
  return { type: 'announce', message };
}

export function refuse(reason: RefusedReason, to: PeerId): Effects {
  return [deliver(to, { type: 'refused', reason })];
}

export function closeFor(reason: CloseReason, peer: PeerId): Effect {
  return { type: 'close', peer, code: closeCodes[reason], reason };
}
