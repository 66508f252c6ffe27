// A call as someone inside sees it, with nothing in it but peers.
import { peerIdFrom } from '../../../../protocol/ids.ts';
import type { CallState } from '../../engine/call-state.ts';
import { type PeerState, unknownPeer } from '../../engine/peer/peer-state.ts';
import { unseenRoom } from '../../engine/room-view.ts';

/** `name` is undefined until the peer has told it. */
export function fakePeer(seed: number, name?: string): PeerState {
  const peer = unknownPeer(peerIdFrom(new Uint8Array(16).fill(seed)), 'connected');
  return name === undefined ? peer : { ...peer, profile: { name } };
}

export function inside(...peers: PeerState[]): Extract<CallState, { phase: 'inside' }> {
  return {
    phase: 'inside',
    isReachable: true,
    refusal: undefined,
    room: unseenRoom,
    peers,
    knocking: [],
    chat: [],
    hasRelay: false,
  };
}
