// Everything that goes to and comes from one peer: which transfer a frame or a message is about, and over what it goes.
import {
  type FileEnd,
  type FileEndReason,
  type FileMessage,
  type FileOffer,
  type FilePause,
  type Offered,
  maxOffersPerMessage,
} from '../../../../protocol/peer-files.ts';
import type { BulkChannel } from '../peer/bulk-channel.ts';
import { type Frame, decodeFrame } from './frame.ts';
import type { Incoming } from './incoming.ts';
import type { Outgoing } from './outgoing.ts';
import { SendingLine } from './sending-line.ts';
import type { Transfer } from './transfer.ts';

/** A peer may offer so many during a call; more would only fill the memory. */
const maxOffers = 1_000;
/** So many may wait for an answer; more would only fill the screen. */
const maxUnanswered = 50;

export interface ExchangeOptions {
  readonly tell: (message: FileMessage) => void;
  /**
   * Somebody offers something that this exchange does not know yet; undefined if this page takes no files. It may be over:
   * known from an earlier exchange with the same peer.
   */
  readonly onOffer: (offered: Offered) => Incoming | undefined;
}

/** What a channel is to an exchange. */
export type ExchangeChannel = Pick<BulkChannel, 'hasRoom' | 'send' | 'on'>;

export class Exchange {
  readonly #options: ExchangeOptions;
  /** By their numbers, which each side gives to what it sends. */
  readonly #outgoing = new Map<
    number,
    { readonly outgoing: Outgoing; readonly offered: Offered }
  >();
  readonly #incoming = new Map<number, Incoming>();
  readonly #line = new SendingLine();
  #channel: ExchangeChannel | undefined;

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  /** What has something to send sends over the channel there is. */
  get line(): SendingLine {
    return this.#line;
  }

  /** Uses a channel that has opened. Whatever of what was said may not have been heard is said again. */
  connect(channel: ExchangeChannel): void {
    this.#use(channel);
    channel.on('frame', (frame) => this.#receive(frame));
    channel.on('low', () => this.#line.pump());
    channel.on('closed', () => {
      if (this.#channel === channel) this.#use(undefined);
    });
    const offers = [...this.#outgoing.values()].filter(({ outgoing }) => !outgoing.isOver);
    this.#tellOffers(offers.map(({ offered }) => offered));
    for (const { outgoing } of offers) if (outgoing.isRunning) this.tellPause('sender', outgoing);
    for (const incoming of this.#incoming.values()) {
      if (!incoming.isRunning) continue;
      this.tellPause('receiver', incoming);
      incoming.ask();
    }
  }

  offer(offers: readonly { readonly outgoing: Outgoing; readonly offered: Offered }[]): void {
    for (const offer of offers) this.#outgoing.set(offer.offered.transfer, offer);
    this.#tellOffers(offers.map(({ offered }) => offered));
  }

  hear(message: FileMessage): void {
    switch (message.type) {
      case 'file-offer':
        this.#hearOffer(message);
        return;
      case 'file-pause':
        this.#find(message)?.pause('there', message.isPaused);
        return;
      case 'file-end':
        this.#hearEnd(message);
        return;
      default:
        message satisfies never;
    }
  }

  /** Over the channel; lost if there is none. */
  send(frame: ArrayBuffer): void {
    this.#channel?.send(frame);
  }

  tellPause(by: FilePause['by'], { transfer, isPausedHere }: Transfer): void {
    this.#options.tell({ type: 'file-pause', by, transfer, isPaused: isPausedHere });
  }

  tellEnd(by: FileEnd['by'], transfer: number, reason: FileEndReason): void {
    this.#options.tell({ type: 'file-end', by, transfer, reason });
  }

  /** The peer is gone, or this side. */
  close(): void {
    this.#use(undefined);
    const outgoing = Array.from(this.#outgoing.values(), (each) => each.outgoing);
    for (const transfer of [...outgoing, ...this.#incoming.values()])
      transfer.end('gone', { isOwnDoing: false });
  }

  #use(channel: ExchangeChannel | undefined): void {
    this.#channel = channel;
    this.#line.connect(channel);
    for (const { outgoing } of this.#outgoing.values()) outgoing.interrupt();
  }

  #tellOffers(offers: readonly Offered[]): void {
    for (let index = 0; index < offers.length; index += maxOffersPerMessage) {
      const files = offers.slice(index, index + maxOffersPerMessage);
      this.#options.tell({ type: 'file-offer', files });
    }
  }

  #hearOffer({ files }: FileOffer): void {
    for (const offered of files) {
      const { transfer } = offered;
      const known = this.#incoming.get(transfer);
      if (known) this.#repeatEnd('receiver', known);
      else this.#add(offered);
    }
  }

  #add(offered: Offered): void {
    const incoming = this.#isTooMuch ? undefined : this.#options.onOffer(offered);
    if (!incoming) {
      this.tellEnd('receiver', offered.transfer, 'unable');
      return;
    }
    this.#incoming.set(offered.transfer, incoming);
    this.#repeatEnd('receiver', incoming);
  }

  get #isTooMuch(): boolean {
    const incoming = [...this.#incoming.values()];
    const unanswered = incoming.filter(({ isUnanswered }) => isUnanswered);
    return incoming.length >= maxOffers || unanswered.length >= maxUnanswered;
  }

  #hearEnd(message: FileEnd): void {
    // Only who writes a file knows that it is whole.
    if (message.reason === 'done' && message.by === 'sender') return;
    this.#find(message)?.end(message.reason, { isOwnDoing: false });
  }

  /** For someone who speaks of what is over. */
  #repeatEnd(by: FileEnd['by'], { transfer, progress }: Transfer): void {
    if (progress.at === 'done') this.tellEnd(by, transfer, 'done');
    else if (progress.at === 'over' && progress.why !== 'gone')
      this.tellEnd(by, transfer, progress.why);
  }

  #find({ by, transfer }: { by: FileEnd['by']; transfer: number }): Transfer | undefined {
    return by === 'sender' ? this.#incoming.get(transfer) : this.#outgoing.get(transfer)?.outgoing;
  }

  #receive(bytes: ArrayBuffer): void {
    const frame = decodeFrame(bytes);
    if (!frame) return;
    switch (frame.kind) {
      case 'from':
        this.#beginAt(frame);
        return;
      case 'written':
        this.#outgoing.get(frame.transfer)?.outgoing.acked(frame.piece);
        return;
      case 'piece':
      case 'part':
      case 'checksum':
        this.#incoming.get(frame.transfer)?.receive(frame);
        return;
      default:
        frame.kind satisfies never;
    }
  }

  #beginAt({ transfer, piece }: Frame): void {
    const outgoing = this.#outgoing.get(transfer)?.outgoing;
    if (!outgoing) this.tellEnd('sender', transfer, 'unknown');
    else if (outgoing.isOver) this.#repeatEnd('sender', outgoing);
    else outgoing.beginAt(piece);
  }
}
