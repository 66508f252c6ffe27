// Where files are handed in and out: the list of all of them, and what a person does about each.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { FileMessage, Offered } from '../../../../protocol/peer-files.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import type { Mesh } from '../peer/mesh.ts';
import { ChangeNotice } from './change-notice.ts';
import {
  type Delivery,
  type Entry,
  type ReceivedEntry,
  type SentEntry,
  addEntry,
  isSent,
  receivedEntryOf,
  sentEntryOf,
  sharedFileOf,
  transfersOf,
} from './entry.ts';
import { Exchange, type ExchangeChannel } from './exchange.ts';
import type { FileStore, OpenedSink } from './file-store.ts';
import { Incoming } from './incoming.ts';
import { Outgoing } from './outgoing.ts';
import { type Digest, sha256 } from './pieces.ts';
import type { SharedFile } from './shared-file.ts';

export interface FileDeskOptions {
  readonly environment: Pick<Environment, 'clock' | 'timeOfDayMs' | 'random' | 'crypto'>;
  readonly mesh: Pick<Mesh, 'tell' | 'states'>;
  readonly store: FileStore;
}

interface Sending {
  readonly exchange: Exchange;
  readonly offered: Offered;
  readonly file: File;
  readonly digest: Digest;
}

export class FileDesk extends Emitter<{ changed: undefined }> {
  readonly #options: FileDeskOptions;
  readonly #digest: Digest | undefined;
  readonly #exchanges = new Map<PeerId, Exchange>();
  readonly #notice: ChangeNotice;
  readonly #entries: Entry[] = [];
  #nextTransfer: number;

  constructor(options: FileDeskOptions) {
    super();
    this.#options = options;
    this.#notice = new ChangeNotice({
      clock: options.environment.clock,
      isMoving: () => this.#entries.flatMap(transfersOf).some(({ transfer }) => transfer.isRunning),
      tell: () => this.emit('changed', undefined),
    });
    this.#digest = sha256(options.environment.crypto);
    // A page that was opened again is not taken for what it was before.
    this.#nextTransfer = Math.floor(options.environment.random() * 2 ** 31);
  }

  get list(): readonly SharedFile[] {
    return this.#entries.map(sharedFileOf);
  }

  /** Offers files to everyone who is in the call now; whoever comes later is told nothing of them. */
  offer(files: readonly File[]): void {
    const digest = this.#digest;
    const peers = this.#options.mesh.states;
    if (!digest || peers.length === 0) return;
    const entries = files.map((file) => this.#makeOffer(file));
    for (const { id, profile } of peers) {
      const exchange = this.#exchangeWith(id);
      const offers = entries.map(({ entry, offered }) => {
        const outgoing = this.#makeOutgoing({ exchange, offered, file: entry.file.file, digest });
        entry.deliveries.push({ id, name: profile?.name ?? '', exchange, outgoing });
        return { outgoing, offered };
      });
      exchange.offer(offers);
    }
    for (const { entry } of entries) addEntry(this.#entries, entry);
    void this.#notice.give();
  }

  /** Takes what is offered; to be called in the click of the person, who may be asked where to save it. */
  async accept(key: string): Promise<void> {
    const entry = this.#received(key);
    if (entry?.incoming.progress.at !== 'offered') return;
    const { incoming, file } = entry;
    incoming.opening();
    let opened: OpenedSink;
    try {
      opened = await this.#options.store.open(file);
    } catch {
      incoming.endHere('unwritable');
      return;
    }
    switch (opened.at) {
      case 'opened':
        entry.isSaved = opened.isSaved;
        incoming.accept(opened.sink);
        return;
      case 'dismissed':
        incoming.notOpened();
        return;
      case 'too-large':
        incoming.notOpened(opened.maxBytes);
        return;
      default:
        opened satisfies never;
    }
  }

  /** Lets a transfer rest, or go on; of a sent file the one to `receiver`. */
  pause(key: string, { isPaused, receiver }: { isPaused: boolean; receiver?: PeerId }): void {
    for (const { exchange, transfer, by } of this.#transfers(key, receiver)) {
      transfer.pause('here', isPaused);
      exchange.tellPause(by, transfer);
    }
  }

  /** Declines what is offered, or ends what goes on; of a sent file for `receiver`, or for all. */
  end(key: string, receiver?: PeerId): void {
    for (const { transfer, by } of this.#transfers(key, receiver)) {
      const isRefusal = by === 'receiver' && !transfer.isRunning;
      transfer.endHere(isRefusal ? 'declined' : 'cancelled');
    }
  }

  /** Puts a file that is whole where downloads go; done without asking when it has come, unless a place was chosen. */
  save(key: string): void {
    const entry = this.#received(key);
    if (entry?.whole) this.#options.store.save(entry.whole, entry.file.name);
  }

  hear(from: PeerId, message: FileMessage): void {
    this.#exchangeWith(from).hear(message);
  }

  /** Files go to that peer over this channel from now on, until it closes. */
  connect(id: PeerId, channel: ExchangeChannel): void {
    this.#exchangeWith(id).connect(channel);
  }

  /** The peer is no longer there, and takes its transfers along. */
  lose(id: PeerId): void {
    this.#exchanges.get(id)?.close();
    this.#exchanges.delete(id);
  }

  close(): void {
    this.removeAllListeners();
    for (const id of this.#exchanges.keys()) this.lose(id);
    this.#notice.close();
    this.#options.store.close();
  }

  #exchangeWith(id: PeerId): Exchange {
    const known = this.#exchanges.get(id);
    if (known) return known;
    const exchange: Exchange = new Exchange({
      tell: (message) => this.#options.mesh.tell(id, message),
      onOffer: (offered) => this.#receive(id, exchange, offered),
    });
    this.#exchanges.set(id, exchange);
    return exchange;
  }

  #makeOffer(file: File): { readonly entry: SentEntry; readonly offered: Offered } {
    const transfer = this.#nextTransfer;
    this.#nextTransfer += 1;
    const atMs = this.#options.environment.timeOfDayMs();
    const entry = sentEntryOf(file, { transfer, atMs });
    const { name, size, mediaType } = entry.file;
    return { entry, offered: { transfer, name, size, mediaType } };
  }

  #makeOutgoing(sending: Sending): Outgoing {
    const { exchange, offered, file, digest } = sending;
    const { transfer, size } = offered;
    const outgoing: Outgoing = new Outgoing({
      ...this.#callbacks,
      transfer,
      size,
      file,
      digest,
      onReady: () => exchange.line.join(outgoing),
      onEnd: (reason) => exchange.tellEnd('sender', transfer, reason),
    });
    return outgoing;
  }

  /** Lists what somebody offers. */
  #receive(from: PeerId, exchange: Exchange, offered: Offered): Incoming | undefined {
    const { transfer, size } = offered;
    if (!this.#digest) return undefined;
    const known = this.#received(`${from}/${transfer}`);
    if (known) {
      const { progress } = known.incoming;
      // From before this side gave the peer up: how it ended may not have been heard.
      if (progress.at !== 'over' || progress.why !== 'gone') return known.incoming;
      this.#entries.splice(this.#entries.indexOf(known), 1);
    }
    const incoming = new Incoming({
      ...this.#callbacks,
      transfer,
      size,
      digest: this.#digest,
      send: (frame) => exchange.send(frame),
      onFile: (file) => {
        entry.whole = file;
        if (!entry.isSaved) this.save(entry.file.key);
      },
      onEnd: (reason) => exchange.tellEnd('receiver', transfer, reason),
    });
    const { mesh, environment } = this.#options;
    const sender = mesh.states.find(({ id }) => id === from);
    const fromName = sender?.profile?.name ?? '';
    const atMs = environment.timeOfDayMs();
    const entry = receivedEntryOf(offered, { from, fromName, atMs, exchange, incoming });
    addEntry(this.#entries, entry);
    void this.#notice.give();
    return incoming;
  }

  get #callbacks() {
    return {
      nowMs: () => this.#options.environment.clock.now(),
      onChange: ({ isStage }: { isStage: boolean }) => {
        if (isStage) void this.#notice.give();
      },
    };
  }

  #received(key: string): ReceivedEntry | undefined {
    const entry = this.#entries.find(({ file }) => file.key === key);
    return entry && !isSent(entry) ? entry : undefined;
  }

  #transfers(key: string, receiver: PeerId | undefined): Delivery[] {
    const entry = this.#entries.find(({ file }) => file.key === key);
    if (!entry) return [];
    return transfersOf(entry).filter(({ id }) => receiver === undefined || id === receiver);
  }
}
