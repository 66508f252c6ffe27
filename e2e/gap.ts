// How long nothing came over a link, from readings some 200 ms apart. On a busy machine they are further apart, which
// must not look like silence.
import type { Received } from './connection-log.ts';

export type Reading = Pick<Received, 'atMs' | 'videoFrames' | 'audioPackets' | 'audioEnergy'>;

export interface Gap {
  readonly lastsMs: number;
  /** When it was over; milliseconds since the epoch. */
  readonly toMs: number;
}

/** A reading vouches for this much of the time before it. In the rest the page did not run, and nothing is known. */
const vouchedMs = 400;

/** The longest time without a new frame. */
export function longestVideoGap(readings: readonly Reading[]): Gap {
  return longestGap(readings, (before, after) => after.videoFrames - before.videoFrames);
}

/** The longest time without sound: packets must come, and be more than silence. */
export function longestAudioGap(readings: readonly Reading[]): Gap {
  return longestGap(readings, (before, after) =>
    after.audioEnergy > before.audioEnergy ? after.audioPackets - before.audioPackets : 0,
  );
}

/** `count` tells how much came between two readings; it is taken to have come evenly. */
function longestGap(
  readings: readonly Reading[],
  count: (before: Reading, after: Reading) => number,
): Gap {
  let [before] = readings;
  if (!before) throw new Error('who watches reads at once');
  let longest: Gap = { lastsMs: 0, toMs: before.atMs };
  let silentMs = 0;
  for (const after of readings.slice(1)) {
    const passedMs = Math.min(after.atMs - before.atMs, vouchedMs);
    const came = count(before, after);
    const untilFirstMs = came > 0 ? passedMs / came : passedMs;
    silentMs += untilFirstMs;
    const toMs = after.atMs - passedMs + untilFirstMs;
    if (silentMs > longest.lastsMs) longest = { lastsMs: silentMs, toMs };
    if (came > 0) silentMs = 0;
    before = after;
  }
  return longest;
}
