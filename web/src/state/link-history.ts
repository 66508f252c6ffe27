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

/** Whoever is cut off has gaps, and is forgotten when there is nothing but them. */
export function historyAfter(history: History, { links }: CallRecord): History {
  const present = new Map(links.map((link) => [link.id, momentOf(link)]));
  const ids = [...new Set([...history.keys(), ...present.keys()])];
  const next = ids.map((id) => {
    const moments = [...(history.get(id) ?? []), present.get(id) ?? gap];
    return [id, moments.slice(-maxMoments)] as const;
  });
  return new Map(next.filter(([, moments]) => moments.some((moment) => moment !== gap)));
}

const gap: Moment = {
  rttMs: null,
  lostComing: null,
  lostGoing: null,
  receivedKbps: null,
  sentKbps: null,
};

function momentOf({ mine }: LinkRecord): Moment {
  return {
    rttMs: mine.rttMs,
    lostComing: mine.received.lost,
    lostGoing: mine.sent.lost,
    receivedKbps: mine.received.kbps,
    sentKbps: mine.sent.kbps,
  };
}
