// People of the rules' tests: whoever has a number has an id, a hash, and what else is asked for.
import { peerIdFrom } from '../../protocol/ids.ts';
import { nothingKept } from '../src/kept.ts';
import type { Member, RoomState } from '../src/roster.ts';
import type { Owner, Seat } from '../src/seats.ts';

export function ownerOf(seed: number, more: Partial<Owner> = {}): Owner {
  const peer = peerIdFrom(new Uint8Array(16).fill(seed));
  return { peer, ticketHash: `hash ${seed}`, role: 'guest', browser: null, ...more };
}

export function memberOf(owner: Owner, more: Partial<Member> = {}): Member {
  return { ...owner, lastHeardMs: 9, knockedMs: null, ...more };
}

export function present(owner: Owner): Seat {
  return { ...owner, standing: 'present' };
}

export function away(owner: Owner, sinceMs = 0): Seat {
  return { ...owner, standing: 'away', sinceMs };
}

export function lost(owner: Owner, sinceMs = 0): Seat {
  return { ...owner, standing: 'lost', sinceMs };
}

/** An empty room of three seats. */
export const emptyRoom: RoomState = { ...nothingKept, roster: [], capacity: 3, hasRelay: true };
