// A connection on which all is well, and a call of such.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { Ailments, LinkSummary } from '../../../../protocol/peer-status.ts';
import type { CallFindings, LinkRecord } from '../../engine/quality/call-record.ts';

export const healthy: Ailments = {
  isProcessorBusy: false,
  isUplinkThin: false,
  isDownlinkThin: false,
};

export const goodLink: LinkSummary = {
  path: 'direct',
  rttMs: 24,
  sent: {
    kbps: 900,
    availableKbps: 2_500,
    wantedKbps: 1_000,
    lost: 0,
    camera: { width: 640, height: 360, framesPerSecond: 30, limitedBy: 'none' },
    screen: null,
  },
  received: {
    kbps: 1_200,
    lost: 0,
    concealed: 0,
    frozen: 0,
    camera: { width: 1280, height: 720, framesPerSecond: 30 },
    screen: null,
  },
};

export function fakeLink(id: PeerId, mine: LinkSummary = goodLink): LinkRecord {
  return { id, mine, theirs: mine, theirAilments: healthy };
}

export function fakeRecord(...links: LinkRecord[]): CallFindings {
  return { links, ailments: healthy, verdicts: [] };
}
