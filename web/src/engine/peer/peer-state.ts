// What there is to know about one peer from outside, as one value that is replaced and never changed.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { Profile, SlotsInUse } from '../../../../protocol/peer.ts';
import { emptySlots, type SlotTracks } from '../slots.ts';
import { slotsInUse } from './own-state.ts';

export type Link = 'connecting' | 'connected' | 'interrupted' | 'failed';

/**
 * `altered`: what the relay brought in this peer's name was not sealed by it, and was thrown away. `impostor`: somebody
 * else was at the other end of the connection, which was closed at once.
 */
export type Alarm = 'altered' | 'impostor';

/** What the two ends of a connection are known by. */
export interface Fingerprints {
  readonly local: string;
  readonly remote: string;
}

export interface PeerState {
  readonly id: PeerId;
  /** Undefined until the peer has told it. */
  readonly profile: Profile | undefined;
  readonly link: Link;
  readonly slotsInUse: SlotsInUse;
  readonly isHandRaised: boolean;
  readonly tracks: SlotTracks;
  /** Undefined until the two are connected. */
  readonly fingerprints: Fingerprints | undefined;
  readonly alarm: Alarm | undefined;
  /** The ids of the chat messages to this peer that have yet to arrive. */
  readonly unheard: readonly string[];
}

/** Where the room has the peer: in its seat, in it without a socket, or out of it without a word. */
export type Standing = 'present' | 'away' | 'lost';

/** A peer that has not said anything yet. */
export function unknownPeer(id: PeerId, link: Link): PeerState {
  return {
    id,
    link,
    profile: undefined,
    slotsInUse: slotsInUse(emptySlots),
    isHandRaised: false,
    tracks: emptySlots,
    fingerprints: undefined,
    alarm: undefined,
    unheard: [],
  };
}

/**
 * How a connection's state looks to a person who saw `before`; a closed one looks like nothing. Whoever was connected is
 * being connected again, however often that fails; and what has failed once is not called promising at each new try.
 */
export function linkOf(state: RTCPeerConnectionState, before: Link): Link | undefined {
  const wasConnected = before === 'connected' || before === 'interrupted';
  switch (state) {
    case 'new':
    case 'connecting':
      return wasConnected ? 'interrupted' : before;
    case 'connected':
      return 'connected';
    case 'disconnected':
      return 'interrupted';
    case 'failed':
      return wasConnected ? 'interrupted' : 'failed';
    case 'closed':
      return undefined;
    default:
      return state satisfies never;
  }
}
