// When what is measured of one connection is a trouble: the numbers that all rules share, so that they agree.
import type { LinkSummary } from '../../../../protocol/peer-status.ts';
import type { LinkRecord } from './call-record.ts';

/** Both ends' words on one connection. */
export type BothEnds = Pick<LinkRecord, 'mine' | 'theirs'>;

/** Less is what speech bridges unheard, and what chance makes of a few packets. */
const lossy = 0.04;
/** An estimate so far below what is wanted is no mere caution of the browser's. */
const thin = 0.75;

/** Speech that is made up for so large a part is hard to follow. */
const badlyConcealed = 0.05;
const badlyFrozen = 0.2;
/** Past what retransmission mends in time. */
const badlyLossy = 0.15;
/** Both start to talk at once (ITU-T G.114 has 400 ms one way as the most that is acceptable). */
const badRttMs = 800;

/** Of what this end sends: the receiver counts best, and its reports to the browser come sooner than its summary. */
export function lossOut({ mine, theirs }: BothEnds): number {
  return Math.max(mine.sent.lost ?? 0, theirs?.received.lost ?? 0);
}

export function lossIn({ mine, theirs }: BothEnds): number {
  return mine.received.lost ?? theirs?.sent.lost ?? 0;
}

export function isLossy(lost: number): boolean {
  return lost >= lossy;
}

/**
 * Whether less gets through than its sender wants to send. Nothing but the estimate tells: what is sent may be less because
 * a picture is easy, and `limitedBy` says `bandwidth` long after there is room again.
 */
export function isThin({ availableKbps, wantedKbps }: LinkSummary['sent']): boolean {
  return availableKbps !== null && availableKbps < thin * wantedKbps;
}

/** Whether it is hard to follow who is heard or seen here, by what came. */
export function isBadlyReceived(received: LinkSummary['received'] | undefined): boolean {
  return (
    (received?.concealed ?? 0) >= badlyConcealed ||
    (received?.frozen ?? 0) >= badlyFrozen ||
    (received?.lost ?? 0) >= badlyLossy
  );
}

export function isBad({ mine, theirs }: BothEnds): boolean {
  return (
    isBadlyReceived(mine.received) ||
    isBadlyReceived(theirs?.received) ||
    (mine.rttMs ?? 0) >= badRttMs
  );
}
