// How long to wait before the next attempt to reach the room.

/** Soon enough that a dropped Wi-Fi packet goes unnoticed, late enough not to hit a restarting server at once. */
const firstRetryMaxMs = 300;
const secondRetryMaxMs = 1_000;
const retryCapMs = 15_000;

/**
 * Milliseconds before retry number `attempt` (from 0), with full jitter so that a room full of clients does
 * not come back in step. `random` is uniform in [0, 1).
 */
export function backoffDelayMs(attempt: number, random: number): number {
  if (attempt === 0) return random * firstRetryMaxMs;
  return random * Math.min(retryCapMs, secondRetryMaxMs * 2 ** (attempt - 1));
}
