// Which of the verdicts are worth interrupting for, and when: what is bad, or lasts; each once, until it has been away.
import { type CallFindings, sidesOf } from '../engine/quality/call-record.ts';
import { type Verdict, verdictKey } from '../engine/quality/verdict.ts';

/** What has been seen of one cause so far. */
interface Sighting {
  readonly verdict: Verdict;
  readonly sinceMs: number;
  /** Undefined while it is not bad. */
  readonly badSinceMs: number | undefined;
  readonly lastMs: number;
  readonly isTold: boolean;
  /** It is over, or the person has taken note of it. */
  readonly isDone: boolean;
}

/** By `verdictKey`, in the order in which they came. */
export type Sightings = ReadonlyMap<string, Sighting>;

/** A verdict is no matter of one moment; what is poor is told when it seems to stay, too. */
const lastingMs = { bad: 2_000, poor: 30_000 };
/** After so long without it, it is news again. */
const awayMs = 60_000;
/** A verdict that is not given for so long no longer holds. */
const overMs = 6_000;

export function sightingsAfter(
  before: Sightings,
  findings: Pick<CallFindings, 'links' | 'verdicts'>,
  nowMs: number,
): Sightings {
  const present = sidesOf(findings);
  const known = [...before].filter(([, { lastMs }]) => nowMs - lastMs < awayMs);
  const next = new Map(
    known.map(([key, old]) => {
      // Of whoever has left there is no more to say.
      const isOver = !isHeld(old, nowMs) || !present.has(old.verdict.whose);
      // What was told and is over is not told again as soon as it is back.
      return [key, old.isTold && isOver ? { ...old, isDone: true } : old];
    }),
  );
  for (const verdict of findings.verdicts) {
    const key = verdictKey(verdict);
    next.set(key, seenAgain(next.get(key), verdict, nowMs));
  }
  return next;
}

/** What is to be told now: the worst, and of those the one that came first. */
export function alertOf(sightings: Sightings, nowMs: number): Verdict | undefined {
  const due = [...sightings.values()].filter(
    (each) => each.isTold && !each.isDone && isHeld(each, nowMs),
  );
  const verdicts = due.map(({ verdict }) => verdict);
  return verdicts.find(({ severity }) => severity === 'bad') ?? verdicts[0];
}

/** Once the person has taken note of these. */
export function noted(sightings: Sightings, verdicts: readonly Verdict[]): Sightings {
  const keys = new Set(verdicts.map(verdictKey));
  return new Map(
    [...sightings].map(([key, each]) => [key, keys.has(key) ? { ...each, isDone: true } : each]),
  );
}

/** Whether anything is wrong: a long way is no fault, and a relay by TCP none as long as nothing is lost. */
export function isFault({ cause, severity }: Verdict): boolean {
  return cause !== 'distance' && (cause !== 'tcp-relay' || severity === 'bad');
}

function seenAgain(old: Sighting | undefined, verdict: Verdict, nowMs: number): Sighting {
  const held = old && isHeld(old, nowMs) ? old : undefined;
  const sinceMs = held?.sinceMs ?? nowMs;
  const badSinceMs = verdict.severity === 'bad' ? (held?.badSinceMs ?? nowMs) : undefined;
  const isWorthTelling =
    isFault(verdict) &&
    (nowMs - (badSinceMs ?? Infinity) >= lastingMs.bad ||
      // What is poor and somebody else's is theirs to be told of.
      (verdict.whose === 'own' && nowMs - sinceMs >= lastingMs.poor));
  const isTold = (old?.isTold ?? false) || isWorthTelling;
  return { verdict, sinceMs, badSinceMs, lastMs: nowMs, isTold, isDone: old?.isDone ?? false };
}

function isHeld({ lastMs }: Sighting, nowMs: number): boolean {
  return nowMs - lastMs < overMs;
}
