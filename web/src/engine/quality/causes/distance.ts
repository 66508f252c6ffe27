// All arrives, and late: they are far from each other, or their way goes round half the world.
import type { CallRecord } from '../call-record.ts';
import type { Verdict } from '../verdict.ts';

/** From here on people begin to talk at the same time (ITU-T G.114 finds 150 ms one way unnoticed). */
const longRttMs = 350;
const badRttMs = 800;

export function distance({ links }: CallRecord): Verdict[] {
  return links.flatMap(({ id, mine, theirs }) => {
    // One end's may have been measured while something stood in line for a moment.
    const rttMs = Math.min(mine.rttMs ?? 0, theirs?.rttMs ?? mine.rttMs ?? 0);
    if (rttMs < longRttMs) return [];
    const severity = rttMs < badRttMs ? 'poor' : 'bad';
    return [{ cause: 'distance', whose: id, affected: [id], severity }];
  });
}
