// What someone says of themselves: a verdict on this side, and one on each peer that says so.
import type { Ailments, LinkSummary } from '../../../../../protocol/peer-status.ts';
import type { CallRecord, LinkRecord } from '../call-record.ts';
import type { Cause, Verdict } from '../verdict.ts';

interface Account {
  readonly cause: Cause;
  readonly ailment: keyof Ailments;
  /** Whether it is bad on one connection, by the summary of whoever has it and by the other end's. */
  readonly isBad: (own: LinkSummary | undefined, other: LinkSummary | undefined) => boolean;
}

export function ownAccount(record: CallRecord, { cause, ailment, isBad }: Account): Verdict[] {
  const verdict = (
    whose: Verdict['whose'],
    links: readonly LinkRecord[],
    isBadFor: (link: LinkRecord) => boolean,
  ): Verdict => ({
    cause,
    whose,
    affected: links.map(({ id }) => id),
    severity: links.some(isBadFor) ? 'bad' : 'poor',
  });
  const { links } = record;
  const own = record.ailments[ailment]
    ? [verdict('own', links, ({ mine, theirs }) => isBad(mine, theirs))]
    : [];
  const others = links
    .filter(({ theirAilments }) => theirAilments?.[ailment])
    .map((link) => verdict(link.id, [link], ({ mine, theirs }) => isBad(theirs, mine)));
  return [...own, ...others];
}
