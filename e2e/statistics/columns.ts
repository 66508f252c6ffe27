// Makes a recording small: what is read of it and nothing else, each value once for all looks where it never changes.
import type { Entry, Look } from './call-page.ts';

/** One entry of a report over all looks; null where it was not there. */
export type Columns = Record<string, Cell | Cell[]>;
type Cell = string | number | boolean | null;

/** By type: what `engine/quality/read-stats.ts` reads. */
const keys: Record<string, readonly string[]> = {
  'outbound-rtp': [
    'mid',
    'kind',
    'remoteId',
    'bytesSent',
    'headerBytesSent',
    'packetsSent',
    'retransmittedPacketsSent',
    'framesEncoded',
    'frameWidth',
    'frameHeight',
    'qualityLimitationReason',
    'totalEncodeTime',
    'powerEfficientEncoder',
    'mediaSourceId',
  ],
  'media-source': ['kind', 'framesPerSecond'],
  'inbound-rtp': [
    'mid',
    'kind',
    'bytesReceived',
    'headerBytesReceived',
    'packetsReceived',
    'packetsLost',
    'jitter',
    'framesDecoded',
    'frameWidth',
    'frameHeight',
    'totalDecodeTime',
    'powerEfficientDecoder',
    'totalFreezesDuration',
    'totalSamplesReceived',
    'concealedSamples',
    'silentConcealedSamples',
  ],
  'remote-inbound-rtp': ['kind', 'packetsLost', 'fractionLost', 'roundTripTime'],
  'candidate-pair': [
    'localCandidateId',
    'selected',
    'nominated',
    'state',
    'currentRoundTripTime',
    'availableOutgoingBitrate',
  ],
  'local-candidate': ['candidateType', 'relayProtocol', 'protocol', 'url'],
  transport: ['selectedCandidatePairId'],
};

/** `reports` are those of one connection, in the order of the looks. */
export function columnsOf(looks: readonly Look[], link: string): Columns[] {
  const reports = looks.map((look) => kept(look.reports[link] ?? []));
  const short = shortNames(reports.flat());
  const ids = new Set(reports.flat().map(({ id }) => String(id)));
  return [...ids].map((id) => {
    const rows = reports.map((report) => report.find((entry) => entry['id'] === id));
    const type = String(rows.find(Boolean)?.['type']);
    const columns: Columns = { type, id: short(id) };
    for (const key of keys[type] ?? []) {
      const cells = rows.map((row) => cellOf(row?.[key], short));
      const [first = null] = cells;
      if (cells.every((cell) => cell === first)) {
        if (first !== null) columns[key] = first;
      } else columns[key] = cells;
    }
    if (rows.includes(undefined)) columns['isThere'] = rows.map(Boolean);
    return columns;
  });
}

/** Nothing of candidates that lead nowhere, nor of slots that nothing goes through. */
function kept(report: readonly Entry[]): Entry[] {
  const pairs = report.filter(({ type }) => type === 'candidate-pair');
  const named = report.find(({ type }) => type === 'transport')?.['selectedCandidatePairId'];
  const pair = pairs.find(({ id, selected }) => id === named || selected === true);
  const silent = new Set(
    report.filter((entry) => entry['bytesSent'] === 0).map((entry) => entry['remoteId']),
  );
  return report.filter((entry) => {
    switch (entry['type']) {
      case 'outbound-rtp':
        return entry['bytesSent'] !== 0;
      case 'inbound-rtp':
        return entry['bytesReceived'] !== 0;
      case 'remote-inbound-rtp':
        return !silent.has(String(entry['id']));
      case 'candidate-pair':
        return entry === pair;
      case 'local-candidate':
        return entry['id'] === pair?.['localCandidateId'];
      default:
        return String(entry['type']) in keys;
    }
  });
}

/** Browsers' ids are long. */
function shortNames(entries: readonly Entry[]): (id: string) => string {
  const names = new Map<string, string>();
  for (const { id } of entries)
    if (!names.has(String(id))) names.set(String(id), `s${names.size + 1}`);
  return (id) => names.get(id) ?? id;
}

function cellOf(value: Entry[string] | undefined, short: (id: string) => string): Cell {
  if (value === undefined) return null;
  if (typeof value === 'number') return Number(value.toPrecision(9));
  return typeof value === 'string' ? short(value) : value;
}
