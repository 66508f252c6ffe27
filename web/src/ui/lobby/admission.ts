// What the room's policy means to whoever stands at its door.
import type { CallState } from '../../engine/call-state.ts';
import { text } from '../text/index.ts';

export type Door = Extract<CallState, { phase: 'lobby' | 'joining' | 'waiting' }>;

export interface Admission {
  /** Whether one has to ask a host. */
  readonly asks: boolean;
  /** Whether there is no way in at the moment. */
  readonly isShut: boolean;
  /** Empty if there is nothing to know. */
  readonly sentence: string;
}

/** A host comes in whatever the policy says, but into a full room nobody does. */
export function admissionOf({ room, refusal }: Pick<Door, 'room' | 'refusal'>): Admission {
  const { role, seats, capacity, policy } = room;
  const denied = refusal === 'denied' ? text.lobby.denied : '';
  if (seats.length >= capacity) {
    return { asks: false, isShut: true, sentence: text.lobby.full(capacity) };
  }
  if (role === 'host' || policy.entry === 'open') {
    return { asks: false, isShut: false, sentence: denied };
  }
  if (policy.entry === 'closed') return { asks: false, isShut: true, sentence: text.lobby.closed };
  return { asks: true, isShut: false, sentence: denied || text.lobby.knock };
}
