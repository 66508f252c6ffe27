// What a browser counts of one connection, as a plain record. What a browser doesn't tell is null: each has gaps of its own.
// Names are those of W3C WebRTC Statistics, shortened; all but `limitedBy` and sizes counts from when its stream began.
import type { LinkSummary, SentPicture } from '../../../../protocol/peer-status.ts';
import type { SlotName } from '../slots.ts';

type Count = number | null;

/** What is sent in one slot (sections 8.7 and 8.9). */
export interface SentReading {
  /** Another stream has another, and counts from zero. */
  readonly id: string;
  /** With the headers of RTP, and with what was sent again. */
  readonly bytes: Count;
  readonly packets: Count;
  readonly packetsSentAgain: Count;
  readonly frames: Count;
  readonly width: Count;
  readonly height: Count;
  readonly limitedBy: SentPicture['limitedBy'] | null;
  /** By hardware, say. False also where the browser does not tell. */
  readonly isEfficient: boolean;
  readonly encodeSeconds: Count;
  /** So many frames come in a second, before any are left out (RTCVideoSourceStats). */
  readonly sourceFramesPerSecond: Count;
  /** What the receiver reports of it (section 8.5); null until it does. */
  readonly reported: ReportedReading | null;
}

export interface ReportedReading {
  readonly lost: Count;
  /** From 0 to 1, between its last two reports. */
  readonly fractionLost: Count;
  readonly rttSeconds: Count;
}

/** What comes in one slot (section 8.4). */
export interface ReceivedReading {
  readonly id: string;
  readonly bytes: Count;
  readonly packets: Count;
  /** May go down: what was late had been counted as lost. */
  readonly lost: Count;
  readonly frames: Count;
  readonly width: Count;
  readonly height: Count;
  readonly decodeSeconds: Count;
  /** As of what is sent. */
  readonly isEfficient: boolean;
  readonly frozenSeconds: Count;
  readonly samples: Count;
  readonly concealedSamples: Count;
  readonly silentConcealedSamples: Count;
}

export interface LinkReading {
  /** When it was read, in milliseconds of the engine's clock. */
  readonly atMs: number;
  readonly path: LinkSummary['path'];
  /** Which way it takes: another has another. */
  readonly pair: string | null;
  /** The latest, of a check that the way still works (section 8.14). */
  readonly rttSeconds: Count;
  /** In bits per second. */
  readonly availableBitrate: Count;
  readonly sent: Readonly<Partial<Record<SlotName, SentReading>>>;
  readonly received: Readonly<Partial<Record<SlotName, ReceivedReading>>>;
}

type Entry = Readonly<Record<string, unknown>>;

/** An RTCStatsReport is one. */
export type StatsReport = ReadonlyMap<string, unknown>;

/** Decodes a report; `slotOf` gives the slot of a media section. */
export function readStats(
  report: StatsReport,
  slotOf: (mid: string) => SlotName | undefined,
  atMs: number,
): LinkReading {
  const sent: Partial<Record<SlotName, SentReading>> = {};
  const received: Partial<Record<SlotName, ReceivedReading>> = {};
  for (const entry of report.values()) {
    if (!isEntry(entry)) continue;
    const mid = textOf(entry, 'mid');
    const slot = mid === undefined ? undefined : slotOf(mid);
    if (!slot) continue;
    if (entry['type'] === 'outbound-rtp') sent[slot] = sentReading(entry, report);
    if (entry['type'] === 'inbound-rtp') received[slot] = receivedReading(entry);
  }
  const pair = selectedPair(report);
  return {
    atMs,
    path: pathOf(entryAt(report, pair?.['localCandidateId'])),
    pair: (pair && textOf(pair, 'id')) ?? null,
    rttSeconds: numberOf(pair, 'currentRoundTripTime'),
    availableBitrate: numberOf(pair, 'availableOutgoingBitrate'),
    sent,
    received,
  };
}

function sentReading(entry: Entry, report: StatsReport): SentReading {
  const reported = entryAt(report, entry['remoteId']);
  const source = entryAt(report, entry['mediaSourceId']);
  return {
    id: textOf(entry, 'id') ?? '',
    bytes: sumOf(entry, 'bytesSent', 'headerBytesSent'),
    packets: numberOf(entry, 'packetsSent'),
    packetsSentAgain: numberOf(entry, 'retransmittedPacketsSent'),
    frames: numberOf(entry, 'framesEncoded'),
    width: numberOf(entry, 'frameWidth'),
    height: numberOf(entry, 'frameHeight'),
    limitedBy: limitOf(entry['qualityLimitationReason']),
    encodeSeconds: numberOf(entry, 'totalEncodeTime'),
    isEfficient: entry['powerEfficientEncoder'] === true,
    sourceFramesPerSecond: numberOf(source, 'framesPerSecond'),
    reported: reported
      ? {
          lost: numberOf(reported, 'packetsLost'),
          fractionLost: numberOf(reported, 'fractionLost'),
          rttSeconds: numberOf(reported, 'roundTripTime'),
        }
      : null,
  };
}

function receivedReading(entry: Entry): ReceivedReading {
  return {
    id: textOf(entry, 'id') ?? '',
    bytes: sumOf(entry, 'bytesReceived', 'headerBytesReceived'),
    packets: numberOf(entry, 'packetsReceived'),
    lost: numberOf(entry, 'packetsLost'),
    frames: numberOf(entry, 'framesDecoded'),
    width: numberOf(entry, 'frameWidth'),
    height: numberOf(entry, 'frameHeight'),
    decodeSeconds: numberOf(entry, 'totalDecodeTime'),
    isEfficient: entry['powerEfficientDecoder'] === true,
    frozenSeconds: numberOf(entry, 'totalFreezesDuration'),
    samples: numberOf(entry, 'totalSamplesReceived'),
    concealedSamples: numberOf(entry, 'concealedSamples'),
    silentConcealedSamples: numberOf(entry, 'silentConcealedSamples'),
  };
}

/** The transport names it; older Firefoxes have none, and mark the pair instead. */
function selectedPair(report: StatsReport): Entry | undefined {
  const entries = [...report.values()].filter(isEntry);
  const transport = entries.find(({ type }) => type === 'transport');
  const named = entryAt(report, transport?.['selectedCandidatePairId']);
  const pairs = entries.filter(({ type }) => type === 'candidate-pair');
  return (
    named ??
    pairs.find((pair) => pair['selected'] === true) ??
    pairs.find((pair) => pair['nominated'] === true && pair['state'] === 'succeeded')
  );
}

/** How this end reaches the other: a relay that the other end uses is no business of this one. */
function pathOf(candidate: Entry | undefined): LinkSummary['path'] {
  if (candidate?.['candidateType'] !== 'relay') return 'direct';
  const url = textOf(candidate, 'url') ?? '';
  switch (textOf(candidate, 'relayProtocol')) {
    case 'tls':
      return 'relay-tls';
    case 'tcp':
      return url.startsWith('turns:') ? 'relay-tls' : 'relay-tcp';
    default:
      return 'relay-udp';
  }
}

function limitOf(reason: unknown): SentPicture['limitedBy'] | null {
  switch (reason) {
    case 'none':
    case 'cpu':
    case 'bandwidth':
    case 'other':
      return reason;
    default:
      return null;
  }
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null;
}

function entryAt(report: StatsReport, id: unknown): Entry | undefined {
  const entry = typeof id === 'string' ? report.get(id) : undefined;
  return isEntry(entry) ? entry : undefined;
}

function numberOf(entry: Entry | undefined, key: string): Count {
  const value = entry?.[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function textOf(entry: Entry, key: string): string | undefined {
  const value = entry[key];
  return typeof value === 'string' ? value : undefined;
}

/** Null only without the first: the second is what not every browser counts. */
function sumOf(entry: Entry, key: string, more: string): Count {
  const first = numberOf(entry, key);
  return first === null ? null : first + (numberOf(entry, more) ?? 0);
}
