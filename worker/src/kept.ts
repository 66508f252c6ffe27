// What a room keeps beyond its object, and for how long.
import { type Decisions, isNothingDecided, nothingDecided } from './decisions.ts';
import { type Clock, type Seats, endMs, rememberedMs, takenSeats } from './seats.ts';

export type Kept = {
  readonly seats: Seats;
  readonly decisions: Decisions;
  /** When a seat was taken last, or something decided, in milliseconds since the epoch. */
  readonly usedMs: number;
};

export const nothingKept: Kept = { seats: [], decisions: nothingDecided, usedMs: 0 };

/** What a change leaves to be kept. */
export type KeptChange = Partial<Pick<Kept, 'seats' | 'decisions'>>;

export function isNothingKept({ seats, decisions }: Kept): boolean {
  return seats.length === 0 && isNothingDecided(decisions);
}

export function changed(kept: Kept, change: KeptChange, nowMs: number): Kept {
  const after = { ...kept, ...change };
  // Not when somebody who was remembered is forgotten, or remembering would take ever longer.
  const isUse = isInUse(kept) || isInUse(after) || change.decisions !== undefined;
  return isUse ? { ...after, usedMs: nowMs } : after;
}

/** Whether what was decided is to be forgotten if nobody is there, like a seat that was lost when the room was used last. */
export function isOver(kept: Kept, nowMs: number): boolean {
  return !isInUse(kept) && kept.usedMs + rememberedMs <= nowMs;
}

/**
 * When to look after a room even if nobody comes. At the latest that is in a day: with everyone present, because after a
 * crash nobody may ever come again.
 */
export function alarmMs(kept: Kept, { nowMs, graceMs }: Clock): number {
  const ends = kept.seats.map((seat) => endMs(seat, graceMs));
  const overMs = isOver(kept, nowMs) || isInUse(kept) ? Infinity : kept.usedMs + rememberedMs;
  return Math.min(nowMs + rememberedMs, overMs, ...ends);
}

function isInUse({ seats }: Pick<Kept, 'seats'>): boolean {
  return takenSeats(seats).length > 0;
}
