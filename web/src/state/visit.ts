// How a visit goes: since when this person is inside, and whom they met.
import { maxRoomCapacity } from '../../../protocol/limits.ts';
import type { PeerId } from '../../../protocol/ids.ts';
import type { CallState } from '../engine/call-state.ts';

export interface Visit {
  /** In milliseconds since 1970, as `lastMs`, which is when there was something new last. */
  readonly sinceMs: number;
  readonly lastMs: number;
  /** Everyone who was ever there, and their name, empty if they gave none. */
  readonly met: ReadonlyMap<PeerId, string>;
  /** How many others were there at once, at most. */
  readonly mostOthers: number;
}

export interface HowItWent {
  readonly hours: number;
  readonly minutes: number;
  /** At most, at once. */
  readonly others: number;
}

/** What `before` becomes by a new state of the call; undefined until this person is inside. */
export function visitAfter(
  before: Visit | undefined,
  state: CallState,
  nowMs: number,
): Visit | undefined {
  if (state.phase !== 'inside') return before && { ...before, lastMs: nowMs };
  const { sinceMs, met, mostOthers } = before ?? { sinceMs: nowMs, met: [], mostOthers: 0 };
  const here = state.peers.map(({ id, profile }) => [id, profile?.name ?? ''] as const);
  return {
    sinceMs,
    lastMs: nowMs,
    met: new Map([...met, ...here]),
    mostOthers: Math.max(mostOthers, here.length),
  };
}

/** Whoever came back is another peer of the same name, and is named once. */
export function namesOf({ met }: Visit): string[] {
  const names = [...met.values()];
  const given = new Set(names.filter((name) => name !== ''));
  return [...given, ...names.filter((name) => name === '')].slice(0, maxRoomCapacity);
}

/** In whole minutes. */
export function howItWent({ sinceMs, lastMs, mostOthers }: Visit): HowItWent {
  // The machine's clock may have been set back meanwhile.
  const minutes = Math.max(0, Math.floor((lastMs - sinceMs) / 60_000));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60, others: mostOthers };
}
