// What there is to know about a call from outside, as one value that is replaced and never changed.
import type { FinalCloseReason } from '../../../protocol/close-code.ts';
import type { PeerId } from '../../../protocol/ids.ts';
import type { Profile } from '../../../protocol/peer.ts';
import { type CallStage, type JoinRefusal, hasRoom } from './call-stage.ts';
import type { Chat, ChatEntry } from './chat.ts';
import type { Introductions } from './introductions.ts';
import type { Mesh } from './peer/mesh.ts';
import type { PeerState } from './peer/peer-state.ts';
import type { RoomView } from './room-view.ts';

/** Someone to whom there is no connection: who is inside, seen from the lobby, or who knocks. */
export interface Resident {
  readonly id: PeerId;
  readonly profile: Profile | undefined;
}

/** `insecurePage`: the room is sealed, and this page has nothing to seal with. */
export type EndReason = 'left' | 'insecurePage' | FinalCloseReason;

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
  /** `waiting` for a host to open. `refusal` is what came of the last attempt to get in. */
  | {
      readonly phase: 'lobby' | 'joining' | 'waiting';
      readonly room: RoomView;
      readonly residents: readonly Resident[];
      readonly refusal: JoinRefusal | undefined;
      /** Whether addresses can be hidden. */
      readonly hasRelay: boolean;
    }
  /**
   * `isReachable` is false while the room can't be reached or has no seat for this side, for the reason in `refusal` if it
   * has said one; what is connected goes on.
   */
  | {
      readonly phase: 'inside';
      readonly isReachable: boolean;
      readonly refusal: JoinRefusal | undefined;
      readonly room: RoomView;
      readonly peers: readonly PeerState[];
      /** Who waits to be admitted; only a host is told. */
      readonly knocking: readonly Resident[];
      readonly chat: readonly ChatEntry[];
      readonly hasRelay: boolean;
    }
  | { readonly phase: 'ended'; readonly reason: EndReason };

/** All that makes up a call. */
export interface CallParts {
  readonly stage: CallStage;
  readonly room: RoomView;
  readonly wantsIn: boolean;
  readonly mesh: Mesh;
  readonly chat: Chat;
  readonly introductions: Introductions;
}

export function callStateOf(parts: CallParts): CallState {
  const { stage, room, mesh, introductions } = parts;
  const { hasRelay } = mesh;
  const residentOf = (id: PeerId) => ({ id, profile: introductions.profileOf(id) });
  switch (stage.at) {
    case 'connecting': {
      const { hasServerFailed } = stage;
      return { phase: 'connecting', isJoining: parts.wantsIn, hasServerFailed };
    }
    case 'lobby':
    case 'joining':
    case 'waiting': {
      const residents = room.seats.map(({ id }) => residentOf(id));
      const refusal = stage.at === 'lobby' ? stage.refusal : undefined;
      return { phase: stage.at, room, residents, refusal, hasRelay };
    }
    case 'inside':
      return {
        phase: 'inside',
        isReachable: hasRoom(stage),
        refusal: stage.seat === 'had' || stage.seat === 'wanted' ? undefined : stage.seat,
        room,
        peers: mesh.states,
        knocking: room.knocking.map(residentOf),
        chat: parts.chat.entries,
        hasRelay,
      };
    case 'ended':
      return { phase: 'ended', reason: stage.reason };
    default:
      return stage satisfies never;
  }
}
