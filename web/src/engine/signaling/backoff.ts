// How long to wait before the next attempt to reach the room.

/** Soon enough that a dropped Wi-Fi packet goes unnoticed, late enough not to hit a restarting server at once. */
const firstRetryMaxMs = 300;
const secondRetryMaxMs = 1_000;

/** What passes at all mostly passes within half a minute: a roam, a deployment, a reboot. Who waits for it waits little. */
const shortOutageMs = 30_000;
const shortOutageMaxMs = 4_000;
const longOutageMaxMs = 15_000;

export interface Outage {
  /** Attempts that failed since the room was last reached. */
  readonly attempt: number;
  readonly downMs: number;
  /** Uniform in [0, 1). */
  readonly random: number;
}

/** Milliseconds before the next attempt, with full jitter so that a room full of clients does not come back in step. */
export function backoffDelayMs({ attempt, downMs, random }: Outage): number {
  if (attempt === 0) return random * firstRetryMaxMs;
  const longestMs = downMs < shortOutageMs ? shortOutageMaxMs : longOutageMaxMs;
  return random * Math.min(longestMs, secondRetryMaxMs * 2 ** (attempt - 1));
}
