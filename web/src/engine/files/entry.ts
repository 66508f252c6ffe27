// A file in the list of a call, with its transfers: several for one that is sent, one for one that is received.
import type { PeerId } from '../../../../protocol/ids.ts';
import {
  type FileEnd,
  type Offered,
  maxFileNameLength,
  maxMediaTypeLength,
} from '../../../../protocol/peer-files.ts';
import type { Exchange } from './exchange.ts';
import type { Incoming } from './incoming.ts';
import type { Outgoing } from './outgoing.ts';
import type { ReceivedFile, SentFile, SharedFile } from './shared-file.ts';
import type { Transfer } from './transfer.ts';

export interface SentEntry {
  readonly file: Omit<SentFile, 'receivers'>;
  readonly deliveries: {
    readonly id: PeerId;
    readonly name: string;
    readonly exchange: Exchange;
    readonly outgoing: Outgoing;
  }[];
}

export interface ReceivedEntry {
  readonly file: Omit<ReceivedFile, 'progress' | 'saved'>;
  readonly exchange: Exchange;
  readonly incoming: Incoming;
  /** Where the person wanted it; known once it is accepted. */
  isSaved: boolean;
  /** Once all of it is here. */
  whole: File | undefined;
}

/** Where a file comes from. */
interface Arrival extends Pick<ReceivedEntry, 'exchange' | 'incoming'> {
  readonly from: PeerId;
  readonly fromName: string;
  readonly atMs: number;
}

export type Entry = SentEntry | ReceivedEntry;

/** More would only fill the memory, and the screen. */
const maxEntries = 500;

/** Lists it; of what is over the oldest is forgotten when it gets too much. */
export function addEntry(entries: Entry[], added: Entry): void {
  entries.push(added);
  if (entries.length <= maxEntries) return;
  const oldest = entries.findIndex((entry) =>
    transfersOf(entry).every(({ transfer }) => transfer.isOver),
  );
  if (oldest !== -1) entries.splice(oldest, 1);
}

export function isSent(entry: Entry): entry is SentEntry {
  return 'deliveries' in entry;
}

/** Of a file that has been offered to nobody yet. */
export function sentEntryOf(
  file: File,
  { transfer, atMs }: { transfer: number; atMs: number },
): SentEntry {
  const name = file.name.slice(0, maxFileNameLength);
  const mediaType = file.type.slice(0, maxMediaTypeLength);
  const { size } = file;
  return {
    file: { direction: 'sent', key: `/${transfer}`, name, size, mediaType, atMs, file },
    deliveries: [],
  };
}

export function receivedEntryOf(
  { transfer, name, size, mediaType }: Offered,
  { from, fromName, atMs, exchange, incoming }: Arrival,
): ReceivedEntry {
  const key = `${from}/${transfer}`;
  return {
    file: { direction: 'received', key, name, size, mediaType, atMs, from, fromName },
    exchange,
    incoming,
    isSaved: false,
    whole: undefined,
  };
}

/** A transfer, with the one at its other end, and what this end of it is. */
export interface Delivery {
  readonly id: PeerId;
  readonly exchange: Exchange;
  readonly by: FileEnd['by'];
  readonly transfer: Transfer;
}

export function transfersOf(entry: Entry): Delivery[] {
  if (!isSent(entry)) {
    const { file, exchange, incoming } = entry;
    return [{ id: file.from, exchange, by: 'receiver', transfer: incoming }];
  }
  return entry.deliveries.map(({ id, exchange, outgoing }) => ({
    id,
    exchange,
    by: 'sender',
    transfer: outgoing,
  }));
}

/** As it stands at the moment. */
export function sharedFileOf(entry: Entry): SharedFile {
  if (!isSent(entry)) {
    const { file, incoming, isSaved, whole } = entry;
    return { ...file, progress: incoming.progress, saved: whole && { file: whole, isSaved } };
  }
  const receivers = entry.deliveries.map(({ id, name, outgoing: { progress } }) => ({
    id,
    name,
    progress,
  }));
  return { ...entry.file, receivers };
}
