// What the connections of a call were like over the last two minutes, for drawing.
import type { PeerId } from '../../../protocol/ids.ts';
import type { CallRecord, LinkRecord } from '../engine/quality/call-record.ts';

/** One look at a connection. Null is what isn't known of that moment. */
export interface Moment {
  readonly rttMs: number | null;
  /** Parts of all packets, from 0 to 1. */
  readonly lostComing: number | null;
  readonly lostGoing: number | null;
  readonly receivedKbps: number | null;
  readonly sentKbps: number | null;
}

/** Oldest first. */
export type History = ReadonlyMap<PeerId, readonly Moment[]>;

/** Two minutes of a look every two seconds. */
export const maxMoments = 60;

/** Whoever is no longer connected is forgotten. */
export function historyAfter(history: History, { links }: CallRecord): History {
  return new Map(
    links.map((link) => {
      const before = history.get(link.id) ?? [];
      return [link.id, [...before, momentOf(link)].slice(-maxMoments)];
    }),
  );
}

function momentOf({ mine }: LinkRecord): Moment {
  return {
    rttMs: mine.rttMs,
    lostComing: mine.received.lost,
    lostGoing: mine.sent.lost,
    receivedKbps: mine.received.kbps,
    sentKbps: mine.sent.kbps,
  };
}
