// How fast files go to one peer beside speech and pictures, which come first: ever faster as long as those have all they
// want, and when something waits behind them, they give way. In the spirit of LEDBAT (RFC 6817), by what each look shows.
import type { Crowd } from './pace.ts';

export interface BulkSigns extends Crowd {
  /** Of files, in bits per second. */
  readonly sentBps: number;
}

export interface BulkPace {
  /** In bits per second. */
  readonly limitBps: number;
  /** What was too much the last time: the limit comes near it slowly. */
  readonly crestBps: number;
  /** For so many looks what shows is of the time before. */
  readonly looksToSettle: number;
}

/** Of a way that has carried nothing yet. */
export const unproven: BulkPace = { limitBps: 1_000_000, crestBps: Infinity, looksToSettle: 0 };

const fall = 0.5;
/** Three seconds: a round trip may have been measured so long ago. */
const settlingLooks = 6;
/** So that a file arrives at some time, and what more there is room for is found out. */
const leastBps = 160_000;
/** A limit that is not used shows nothing of the next. */
const used = 0.7;

/** While no file goes, what was found out grows old. */
const decay = 0.8;

/** How much it grows each time: far below the crest, near it, and beyond. */
const growth = { unknown: 1.5, below: 1.25, near: 1.02, beyond: 1.1 };
const nearCrest = { from: 0.75, to: 1.05 };

export function nextBulkPace(pace: BulkPace, signs: BulkSigns): BulkPace {
  const { limitBps, crestBps } = pace;
  const { isCrowded, arePicturesShort, sentBps } = signs;
  const looksToSettle = Math.max(0, pace.looksToSettle - 1);
  const held = { ...pace, looksToSettle };
  if (looksToSettle > 0) return held;
  if (sentBps < leastBps) {
    const leastKept = Math.min(limitBps, unproven.limitBps);
    return { ...held, limitBps: Math.max(leastKept, decay * limitBps) };
  }
  if (isCrowded) {
    const tooMuchBps = Math.min(limitBps, sentBps);
    const lessBps = Math.max(leastBps, fall * tooMuchBps);
    return { limitBps: lessBps, crestBps: tooMuchBps, looksToSettle: settlingLooks };
  }
  if (arePicturesShort || sentBps < used * limitBps) return held;
  return { ...held, limitBps: limitBps * growthOf(limitBps / crestBps) };
}

/** Whether so much is given up at the moment that all else need not. */
export function givesWay({ limitBps, looksToSettle }: BulkPace): boolean {
  return looksToSettle > 0 && limitBps > leastBps;
}

/** By how near to the crest it is. */
function growthOf(share: number): number {
  if (share === 0) return growth.unknown;
  if (share < nearCrest.from) return growth.below;
  return share < nearCrest.to ? growth.near : growth.beyond;
}
