// How a call goes, as plain records: what the rules that give verdicts read, and what the screen draws.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { Ailments, LinkSummary } from '../../../../protocol/peer-status.ts';
import type { Verdict } from './verdict.ts';

/** One connection from both ends. */
export interface LinkRecord {
  readonly id: PeerId;
  readonly mine: LinkSummary;
  /** What the other end has said of the same connection, and of itself; undefined until it has, and when it is silent. */
  readonly theirs: LinkSummary | undefined;
  readonly theirAilments: Ailments | undefined;
}

export interface CallRecord {
  readonly links: readonly LinkRecord[];
  /** What ails this side. */
  readonly ailments: Ailments;
}

/** Whom anything can be said of: this side, and whoever is connected to it. */
export function sidesOf({ links }: Pick<CallRecord, 'links'>): ReadonlySet<PeerId | 'own'> {
  return new Set<PeerId | 'own'>(['own', ...links.map(({ id }) => id)]);
}

/** The same with what is wrong with it, most serious first. */
export interface CallFindings extends CallRecord {
  readonly verdicts: readonly Verdict[];
}

/** Of a call that nothing is known of yet. */
export const unmeasured: CallFindings = {
  links: [],
  verdicts: [],
  ailments: { isProcessorBusy: false, isUplinkThin: false, isDownlinkThin: false },
};
