// What a trial of one way to a relay means.
import type { RelayAddress } from './relay-address.ts';
import type { Figures, RelayRecord } from './relay-trial.ts';

/**
 * `blocked`: nothing came back from that port. `closed`: the way ended at once, which browsers don't explain. `refused`: the
 * relay does not take the server's credentials. `full`: it has no room. `unconnected`: it gave addresses, and nothing came
 * through.
 */
export type RelayOutcome = 'works' | 'blocked' | 'closed' | 'refused' | 'full' | 'unconnected';

/** What is poor about a way that works. */
export type Grade = 'slow' | 'lossy' | 'far';

export interface RelayFinding {
  readonly address: RelayAddress;
  readonly outcome: RelayOutcome;
  readonly grades: readonly Grade[];
  readonly figures: Figures | undefined;
}

// RFC 8656, section 19; RFC 8489, section 14.8.
const unauthorized = 401;
const quotaReached = 486;
const insufficientCapacity = 508;

/** One picture of 640 × 360 and a voice. */
const leastBitsPerSecond = 1_000_000;
/** Speech conceals less than that, pictures begin to freeze above. */
const mostLoss = 0.03;
/** Two such ways make 400 ms of silence before an answer, where people begin to talk into each other (ITU-T G.114). */
const mostRoundTripMs = 250;

export function judgeRelay(address: RelayAddress, record: RelayRecord): RelayFinding {
  const { figures } = record;
  return { address, outcome: outcomeOf(record), grades: figures ? gradesOf(figures) : [], figures };
}

/** Whether the relay itself has said anything. */
export function hasAnswered({ outcome }: RelayFinding): boolean {
  return outcome !== 'blocked' && outcome !== 'closed';
}

function outcomeOf({ candidateCount, errorCodes, end, figures }: RelayRecord): RelayOutcome {
  if (figures) return 'works';
  if (errorCodes.includes(quotaReached) || errorCodes.includes(insufficientCapacity)) return 'full';
  if (errorCodes.includes(unauthorized)) return 'refused';
  if (candidateCount > 0) return 'unconnected';
  return end === 'late' ? 'blocked' : 'closed';
}

/** From what hurts most. */
function gradesOf({ roundTripMs, loss, bitsPerSecond }: Figures): Grade[] {
  return [
    ...(bitsPerSecond < leastBitsPerSecond ? (['slow'] as const) : []),
    ...(loss > mostLoss ? (['lossy'] as const) : []),
    ...(roundTripMs > mostRoundTripMs ? (['far'] as const) : []),
  ];
}
