// What is lost, or gets stuck, between this side and one peer, while both may be fine with others: with two people in a call
// it can also be either's own line, which nothing they measure would tell.
import type { CallRecord } from '../call-record.ts';
import { isBad, isLossy, isThin, lossIn, lossOut } from '../suffering.ts';
import type { Verdict } from '../verdict.ts';

export function path({ links }: CallRecord): Verdict[] {
  return links
    .filter(
      (link) =>
        isLossy(lossIn(link)) ||
        isLossy(lossOut(link)) ||
        isThin(link.mine.sent) ||
        (link.theirs !== undefined && isThin(link.theirs.sent)),
    )
    .map((link) => ({
      cause: 'path',
      whose: link.id,
      affected: [link.id],
      severity: isBad(link) ? 'bad' : 'poor',
    }));
}
