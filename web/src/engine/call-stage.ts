// Where a visit to a room stands, as the call itself has to know it; from outside it looks like a CallState.
import type { RefusedReason, ServerMessage } from '../../../protocol/relay.ts';
import type { EndReason } from './call-state.ts';

export type Welcome = Extract<ServerMessage, { type: 'welcome' }>;

const joinRefusals = ['room-full', 'entry-closed', 'denied'] as const satisfies RefusedReason[];
/** Why the room gives no seat. */
export type JoinRefusal = (typeof joinRefusals)[number];

export type JoinAnswer = Extract<ServerMessage, { type: 'waiting' | 'refused' }>;

export type CallStage =
  /** What the room said last still holds if the socket that was taken for lost speaks again. */
  | {
      readonly at: 'connecting';
      readonly hasServerFailed: boolean;
      readonly welcome: Welcome | undefined;
    }
  | {
      readonly at: 'lobby';
      readonly welcome: Welcome;
      /** What came of the last attempt to get in. */
      readonly refusal: JoinRefusal | undefined;
    }
  /** A seat was asked for; whoever is waiting knows that a host has to give it. */
  | { readonly at: 'joining' | 'waiting'; readonly welcome: Welcome }
  /** A seat that is lost is asked for again, and may be refused for the time being. */
  | {
      readonly at: 'inside';
      readonly welcome: Welcome;
      readonly seat: 'had' | 'wanted' | JoinRefusal;
      readonly isSocketUp: boolean;
    }
  | { readonly at: 'ended'; readonly reason: EndReason };

/** The stage in which a `welcome` was just heard. */
export function welcomedStage(before: CallStage, welcome: Welcome): CallStage {
  return before.at === 'inside'
    ? { at: 'inside', welcome, seat: 'wanted', isSocketUp: true }
    : { at: 'lobby', welcome, refusal: undefined };
}

/** The stage in which the socket was just lost. */
export function lostStage(
  before: CallStage,
  { hasServerFailed }: { hasServerFailed: boolean },
): CallStage {
  switch (before.at) {
    case 'inside':
      return { ...before, isSocketUp: false };
    case 'connecting':
    case 'lobby':
    case 'joining':
    case 'waiting':
      return { at: 'connecting', hasServerFailed, welcome: before.welcome };
    case 'ended':
      return before;
    default:
      return before satisfies never;
  }
}

/** The stage in which the socket that was lost has just spoken again: it was only slow. */
export function foundStage(before: CallStage): CallStage {
  if (before.at === 'inside') return { ...before, isSocketUp: true };
  const { welcome } = before.at === 'connecting' ? before : {};
  return welcome ? { at: 'lobby', welcome, refusal: undefined } : before;
}

/** The stage after the room's answer to `join`, or to something else: then it is the same. */
export function answeredStage(before: CallStage, answer: JoinAnswer): CallStage {
  const isAsking = before.at === 'joining' || before.at === 'waiting';
  if (answer.type === 'waiting')
    return isAsking ? { at: 'waiting', welcome: before.welcome } : before;
  const refusal = joinRefusals.find((reason) => reason === answer.reason);
  if (!refusal) return before;
  // Whoever has a seat has asked for something else.
  if (before.at === 'inside') return hasSeat(before) ? before : { ...before, seat: refusal };
  return isAsking ? { at: 'lobby', welcome: before.welcome, refusal } : before;
}

export function hasSeat(stage: CallStage): boolean {
  return stage.at === 'inside' && stage.seat === 'had';
}

/** Whether this side can ask for a seat. */
export function lacksSeat(stage: CallStage): boolean {
  return stage.at === 'lobby' || (stage.at === 'inside' && stage.seat !== 'had');
}

/** Whether the room can be reached and has this side in its seat. */
export function hasRoom(stage: CallStage): boolean {
  return stage.at === 'inside' && stage.isSocketUp && hasSeat(stage);
}

/** Whether the others may ask who this is: whoever is inside, or knocks. Who looks in from the lobby is nobody's business. */
export function isNoSecret({ at }: CallStage): boolean {
  return at === 'inside' || at === 'waiting';
}
