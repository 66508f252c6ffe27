// The verdicts that stand, look by look: what `diagnose` says of one look comes and goes, and a screen should not flicker.
import { type Belief, doubt, evidence, nextBelief } from './belief.ts';
import { type CallRecord, sidesOf } from './call-record.ts';
import { diagnose, mainOf } from './diagnose.ts';
import { type Cause, type Verdict, verdictKey } from './verdict.ts';

interface Case {
  readonly verdict: Verdict;
  readonly belief: Belief;
}

/** By `verdictKey`. */
export type Standing = ReadonlyMap<string, Case>;

export const nothingStands: Standing = new Map();

/** After one more look. */
export function nextStanding(before: Standing, record: CallRecord): Standing {
  // What another explains is no sign of itself, or it would come to light when that goes, though it is on its way out, too.
  const seen = new Map(diagnose(record).map((verdict) => [verdictKey(verdict), verdict]));
  const standing = new Map<string, Case>();
  // Of whoever has left, or is cut off, nothing can be said.
  const present = sidesOf(record);
  for (const key of new Set([...before.keys(), ...seen.keys()])) {
    const [known, now] = [before.get(key), seen.get(key)];
    const verdict = now ?? known?.verdict;
    if (!verdict || !present.has(verdict.whose)) continue;
    const belief = nextOf(known?.belief ?? doubt, verdict.cause, now !== undefined);
    if (belief.level > 0) standing.set(key, { verdict, belief });
  }
  return standing;
}

/** Most serious first. */
export function verdictsOf(standing: Standing): readonly Verdict[] {
  const held = [...standing.values()].filter(({ belief }) => belief.isHeld);
  return mainOf(held.map(({ verdict }) => verdict));
}

function nextOf(belief: Belief, cause: Cause, isSeen: boolean): Belief {
  switch (cause) {
    // Whoever says so has looked more than once; and how people are connected is no matter of opinion.
    case 'processor':
    case 'uplink':
    case 'downlink':
    case 'tcp-relay':
      return isSeen ? certain : doubt;
    // Later than those, which may explain it, and need a moment to be said.
    case 'path':
    case 'distance':
      return nextBelief(belief, isSeen, evidence.slow);
    default:
      return cause satisfies never;
  }
}

const certain: Belief = { isHeld: true, level: 1 };
