// How much gets through to one peer, as far as it has shown: the browser's own estimate counts once there are signs that
// it is one, since of a connection that has little to send it knows little.

import { sum } from './sum.ts';

/** What an interval has shown of one connection. */
export interface Measured {
  /** The browser's estimate, in bits per second; null where it gives none. */
  readonly availableBps: number | null;
  /** What was sent. */
  readonly sentBps: number;
  /** What it was let send, at most. */
  readonly grantedBps: number;
  /** What it would be let send if nothing limited it. */
  readonly wantedBps: number;
  /** With less a picture would not shrink but stop. */
  readonly leastBps: number;
  /** The part of the packets that did not arrive; null if it is unknown. */
  readonly lost: number | null;
  readonly rttMs: number | null;
}

export interface Signs extends Measured {
  /** Files make room at the moment: what waits is theirs. */
  readonly doFilesGiveWay: boolean;
}

export interface Crowd {
  /** Something waits in a queue, or was dropped by one that is full. */
  readonly isCrowded: boolean;
  /** Pictures have less than they want. */
  readonly arePicturesShort: boolean;
}

export interface Pace {
  /** In bits per second; undefined while nothing has shown a limit. */
  readonly limitBps: number | undefined;
  /** The shortest round trip there was, slowly forgotten: what it takes longer, it waits in queues. */
  readonly baseRttMs: number | undefined;
  readonly availableBps: number | null;
  /** What got through lately with no sign of a queue. */
  readonly carriedBps: number;
}

export const unlimited: Pace = {
  limitBps: undefined,
  baseRttMs: undefined,
  availableBps: null,
  carriedBps: 0,
};

const lossOfQueues = 0.04;
/** Where the browser gives no estimate, loss must speak for itself. */
const lossAlone = 0.08;
/** A busy machine answers late, too. */
const queueMs = 120;
const fall = 0.9;

/** Below what is estimated, so that queues run empty; from there it is tried again by so much each time. */
const backOff = 0.9;
const growth = 1.05;
/** A limit that is so far above what is wanted is none. */
const plenty = 1.3;
/** The browser must be let send more than it believes in, or it can't learn better. */
const trust = 1.25;
/** An estimate of which less is used is none. */
const used = 0.7;
const forgottenPerInterval = 1.0025;

export function nextPace(pace: Pace, signs: Signs): Pace {
  const { availableBps, rttMs } = signs;
  const remembered =
    pace.baseRttMs === undefined ? Infinity : pace.baseRttMs * forgottenPerInterval;
  const baseRttMs = rttMs === null ? pace.baseRttMs : Math.min(remembered, rttMs);
  const limitBps =
    isCongested(pace, signs) && !signs.doFilesGiveWay
      ? Math.max(signs.leastBps, backOff * (availableBps ?? signs.sentBps))
      : raised(pace.limitBps, signs);
  const carriedBps = isSuspect(pace, signs) ? 0 : signs.sentBps;
  return { limitBps, baseRttMs, availableBps, carriedBps };
}

/** What files, which can wait, are to know of it. */
export function crowdOf(pace: Pace, signs: Measured): Crowd {
  const { availableBps, grantedBps, sentBps } = signs;
  const isHeld = availableBps !== null && availableBps < grantedBps;
  return {
    isCrowded: isCongested(pace, signs) || isQueued(pace, signs) || isFalling(pace, signs),
    arePicturesShort: pace.limitBps !== undefined || (isHeld && sentBps > used * availableBps),
  };
}

function isCongested(pace: Pace, signs: Measured): boolean {
  const { availableBps, grantedBps } = signs;
  const loss = signs.lost ?? 0;
  if (availableBps === null)
    return loss > lossAlone || (isQueued(pace, signs) && loss > lossOfQueues);
  return availableBps < grantedBps && isSuspect(pace, signs);
}

function isSuspect(pace: Pace, signs: Measured): boolean {
  return (signs.lost ?? 0) > lossOfQueues || isQueued(pace, signs) || isFalling(pace, signs);
}

function isFalling({ availableBps: before }: Pace, { availableBps }: Measured): boolean {
  return before !== null && availableBps !== null && availableBps < before * fall;
}

function isQueued({ baseRttMs }: Pace, { rttMs }: Measured): boolean {
  return rttMs !== null && baseRttMs !== undefined && rttMs > baseRttMs + queueMs;
}

function raised(limitBps: number | undefined, signs: Signs): number | undefined {
  if (limitBps === undefined) return undefined;
  const { availableBps, grantedBps, wantedBps, leastBps } = signs;
  const grown = limitBps * growth;
  const isHeld = availableBps !== null && availableBps < grantedBps;
  const next = isHeld ? Math.max(leastBps, Math.min(grown, availableBps * trust)) : grown;
  return next > wantedBps * plenty ? undefined : next;
}

/**
 * What gets through to all of them together: known when most of them are limited, because then it is not they who
 * are. It is at least what gets through to those that are not. In bits per second.
 */
export function uplinkOf(paces: readonly Pace[]): number | undefined {
  const limits = paces.flatMap(({ limitBps }) => limitBps ?? []);
  if (limits.length * 2 <= paces.length) return undefined;
  const known = sum(limits);
  const free = paces.filter(({ limitBps }) => limitBps === undefined);
  return Math.max(
    (known / limits.length) * paces.length,
    known + sum(free.map(({ carriedBps }) => carriedBps)),
  );
}
