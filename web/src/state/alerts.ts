// Which of the verdicts are worth interrupting for, and when: what is bad, or lasts; each once, until it has been away.
import { type Verdict, verdictKey } from '../engine/quality/verdict.ts';

/** What has been seen of one cause so far. */
interface Sighting {
  readonly verdict: Verdict;
  readonly sinceMs: number;
  readonly lastMs: number;
  readonly isTold: boolean;
}

/** By `verdictKey`. */
export type Sightings = ReadonlyMap<string, Sighting>;

/** A verdict is no matter of one moment; what is poor is told when it seems to stay, too. */
const lastingMs = { bad: 2_000, poor: 30_000 };
/** After so long without it, it is news again. */
const awayMs = 60_000;
/** A verdict that is not given for so long no longer holds. */
const overMs = 6_000;

export function sightingsAfter(
  before: Sightings,
  verdicts: readonly Verdict[],
  nowMs: number,
): Sightings {
  const kept = [...before].filter(([, { lastMs }]) => nowMs - lastMs < awayMs);
  const seen = verdicts.map((verdict) => {
    const key = verdictKey(verdict);
    const old = before.get(key);
    const isSame = old && nowMs - old.lastMs < overMs;
    const isKnown = old && nowMs - old.lastMs < awayMs;
    const sinceMs = isSame ? old.sinceMs : nowMs;
    const isTold = (isKnown && old.isTold) || isWorthTelling(verdict, nowMs - sinceMs);
    return [key, { verdict, sinceMs, lastMs: nowMs, isTold }] as const;
  });
  return new Map([...kept, ...seen]);
}

/** Those told now that were not before. */
export function newlyTold(before: Sightings, now: Sightings): Verdict[] {
  return [...now]
    .filter(([key, { isTold }]) => isTold && !before.get(key)?.isTold)
    .map(([, { verdict }]) => verdict);
}

/** Whether what was told of still is so. */
export function stillHolds(told: Verdict, sightings: Sightings, nowMs: number): boolean {
  const sighting = sightings.get(verdictKey(told));
  return sighting !== undefined && nowMs - sighting.lastMs < overMs;
}

/** Whether anything is wrong: a long way is no fault, and a relay by TCP none as long as nothing is lost. */
export function isFault({ cause, severity }: Verdict): boolean {
  return cause !== 'distance' && (cause !== 'tcp-relay' || severity === 'bad');
}

function isWorthTelling(verdict: Verdict, forMs: number): boolean {
  const { whose, severity } = verdict;
  if (!isFault(verdict)) return false;
  // What is poor and somebody else's is theirs to be told of.
  if (severity === 'poor' && whose !== 'own') return false;
  return forMs >= lastingMs[severity];
}
