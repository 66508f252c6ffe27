// Where a visit to a room stands, as the call itself has to know it; from outside it looks like a CallState.
import type { ServerMessage } from '../../../protocol/relay.ts';
import type { EndReason } from './call-state.ts';

export type Welcome = Extract<ServerMessage, { type: 'welcome' }>;

export type CallStage =
  /** What the room said last still holds if the socket that was taken for lost speaks again. */
  | {
      readonly at: 'connecting';
      readonly hasServerFailed: boolean;
      readonly welcome: Welcome | undefined;
    }
  | { readonly at: 'lobby' | 'joining'; readonly welcome: Welcome }
  /** A seat that is lost is asked for again, and may be refused for the time being. */
  | {
      readonly at: 'inside';
      readonly welcome: Welcome;
      readonly seat: 'had' | 'wanted' | 'refused';
      readonly isSocketUp: boolean;
    }
  | { readonly at: 'ended'; readonly reason: EndReason };

/** The stage in which a `welcome` was just heard. */
export function welcomedStage(before: CallStage, welcome: Welcome): CallStage {
  return before.at === 'inside'
    ? { at: 'inside', welcome, seat: 'wanted', isSocketUp: true }
    : { at: 'lobby', welcome };
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
  return welcome ? { at: 'lobby', welcome } : before;
}

/** The stage in which the room has just answered that it is full. */
export function refusedStage(before: CallStage): CallStage {
  if (before.at === 'inside') return { ...before, seat: 'refused' };
  return before.at === 'joining' ? { at: 'lobby', welcome: before.welcome } : before;
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
