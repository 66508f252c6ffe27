// What there is to know about a call from outside, as one value that is replaced and never changed.
import type { FinalCloseReason } from '../../../protocol/close-code.ts';
import type { PeerId } from '../../../protocol/ids.ts';
import type { Profile } from '../../../protocol/peer.ts';
import type { ChatEntry } from './chat.ts';
import type { PeerState } from './peer/peer-state.ts';

/** Someone inside, seen from the lobby: there is no connection yet. */
export interface Resident {
  readonly id: PeerId;
  readonly profile: Profile | undefined;
}

export type EndReason = 'left' | FinalCloseReason;

export type CallState =
  /**
   * The room can't be reached, or not yet. `isJoining` when a seat is to be taken as soon as it can;
   * `hasServerFailed` when the server answered, but only that something is wrong with it.
   */
  | {
      readonly phase: 'connecting';
      readonly isJoining: boolean;
      readonly hasServerFailed: boolean;
    }
  | {
      readonly phase: 'lobby' | 'joining';
      readonly capacity: number;
      readonly residents: readonly Resident[];
    }
  /**
   * `isReachable` is false while the room can't be reached or has no seat for this side, `isFull` when all seats are
   * taken; what is connected goes on.
   */
  | {
      readonly phase: 'inside';
      readonly isReachable: boolean;
      readonly isFull: boolean;
      readonly peers: readonly PeerState[];
      readonly chat: readonly ChatEntry[];
    }
  | { readonly phase: 'ended'; readonly reason: EndReason };
