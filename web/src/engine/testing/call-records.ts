// Records of calls made by hand: all is well, but for what a test says.
import type { Ailments, LinkSummary } from '../../../../protocol/peer-status.ts';
import * as v from 'valibot';
import { PeerId } from '../../../../protocol/ids.ts';
import type { CallRecord, LinkRecord } from '../quality/call-record.ts';

export const fit: Ailments = {
  isProcessorBusy: false,
  isUplinkThin: false,
  isDownlinkThin: false,
};

const picture = { width: 640, height: 360, framesPerSecond: 15 };

export interface SummaryChange {
  readonly path?: LinkSummary['path'];
  readonly rttMs?: number | null;
  readonly sent?: Partial<LinkSummary['sent']>;
  readonly received?: Partial<LinkSummary['received']>;
}

export function summaryWith({ sent, received, ...change }: SummaryChange = {}): LinkSummary {
  return {
    path: 'direct',
    rttMs: 30,
    ...change,
    sent: {
      kbps: 800,
      availableKbps: 2_000,
      wantedKbps: 800,
      lost: 0,
      camera: { ...picture, limitedBy: 'none' },
      screen: null,
      ...sent,
    },
    received: {
      kbps: 800,
      lost: 0,
      concealed: 0,
      frozen: 0,
      camera: picture,
      screen: null,
      ...received,
    },
  };
}

export function peerId(name: string): PeerId {
  return v.parse(PeerId, name.charAt(0).repeat(16));
}

export interface LinkChange {
  readonly mine?: SummaryChange;
  /** Null: nothing has been heard of it. */
  readonly theirs?: SummaryChange | null;
  readonly theirAilments?: Partial<Ailments>;
}

export function linkTo(name: string, { mine, theirs, theirAilments }: LinkChange = {}): LinkRecord {
  const isHeard = theirs !== null;
  return {
    id: peerId(name),
    mine: summaryWith(mine),
    theirs: isHeard ? summaryWith(theirs) : undefined,
    theirAilments: isHeard ? { ...fit, ...theirAilments } : undefined,
  };
}

export function recordOf(
  links: readonly LinkRecord[],
  ailments: Partial<Ailments> = {},
): CallRecord {
  return { links, ailments: { ...fit, ...ailments } };
}
