// Which of the verdicts are worth interrupting for, and when: what is bad, or lasts; each once, until it has been away.
import { type Verdict, verdictKey } from '../engine/quality/verdict.ts';

/** What has been seen of one cause so far. */
interface Sighting {
  readonly verdict: Verdict;
  readonly sinceMs: number;
  readonly lastMs: number;
  /** Whether the person has been told, and it is over or they have taken note of it. */
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
  verdicts: readonly Verdict[],
  nowMs: number,
): Sightings {
  const kept = [...before].filter(([, { lastMs }]) => nowMs - lastMs < awayMs);
  const next = new Map(kept.map(([key, old]) => [key, afterwards(old, nowMs)]));
  for (const verdict of verdicts) {
    const key = verdictKey(verdict);
    const old = next.get(key);
    const sinceMs = old && isHeld(old, nowMs) ? old.sinceMs : nowMs;
    next.set(key, { verdict, sinceMs, lastMs: nowMs, isDone: old?.isDone ?? false });
  }
  return next;
}

/** What is to be told now: the worst, and of those the one that came first. */
export function alertOf(sightings: Sightings, nowMs: number): Verdict | undefined {
  const due = [...sightings.values()].filter((each) => isHeld(each, nowMs) && isDue(each));
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

/** What was told and is over is not told again as soon as it is back. */
function afterwards(sighting: Sighting, nowMs: number): Sighting {
  return isDue(sighting) && !isHeld(sighting, nowMs) ? { ...sighting, isDone: true } : sighting;
}

function isHeld({ lastMs }: Sighting, nowMs: number): boolean {
  return nowMs - lastMs < overMs;
}

function isDue({ verdict, sinceMs, lastMs, isDone }: Sighting): boolean {
  const { whose, severity } = verdict;
  if (isDone || !isFault(verdict)) return false;
  // What is poor and somebody else's is theirs to be told of.
  if (severity === 'poor' && whose !== 'own') return false;
  return lastMs - sinceMs >= lastingMs[severity];
}
