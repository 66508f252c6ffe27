// What may be measured and set on one connection, and a channel for what both ends say of it: what gets lost there is
// out of date anyway, so nothing is sent again by itself.
import { Emitter } from '../emitter.ts';
import type { SlotName } from '../slots.ts';
import type { BulkChannel } from './bulk-channel.ts';
import type { Encoding } from './encoding.ts';
import type { MediaSlots } from './media-slots.ts';

interface LinkPortEvents {
  frame: string;
  closed: undefined;
}

const label = 'status';
const channelId = 2;

/** Some words at a time, and no more while nothing gets away. */
const mostWaitingBytes = 8 * 1024;

export interface LinkPortParts {
  readonly slots: MediaSlots;
  readonly bulk: BulkChannel;
  readonly onOpen: (port: LinkPort) => void;
}

/** Open from the moment it is told of until it is `closed`. */
export class LinkPort extends Emitter<LinkPortEvents> {
  readonly #connection: RTCPeerConnection;
  readonly #slots: MediaSlots;
  readonly #bulk: BulkChannel;
  readonly #channel: RTCDataChannel;

  constructor(connection: RTCPeerConnection, { slots, bulk, onOpen }: LinkPortParts) {
    super();
    this.#connection = connection;
    this.#slots = slots;
    this.#bulk = bulk;
    this.#channel = connection.createDataChannel(label, {
      negotiated: true,
      id: channelId,
      ordered: false,
      maxRetransmits: 0,
    });
    this.#channel.addEventListener('open', () => onOpen(this));
    this.#channel.addEventListener('close', () => this.emit('closed', undefined));
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') this.emit('frame', data);
    });
  }

  /** Until it is `closed`. */
  get isOpen(): boolean {
    return this.#channel.readyState === 'open';
  }

  /** Whether what is said now can arrive. */
  get isUp(): boolean {
    return this.#connection.connectionState === 'connected' && this.isOpen;
  }

  /** Lost if it can't be sent soon. */
  send(frame: string): void {
    if (this.isUp && this.#channel.bufferedAmount < mostWaitingBytes) this.#channel.send(frame);
  }

  /** W3C WebRTC Statistics. */
  readStats(): Promise<RTCStatsReport> {
    return this.#connection.getStats();
  }

  /** The slot that a media section carries. */
  slotOf(mid: string): SlotName | undefined {
    return this.#slots.slotOf(mid);
  }

  /** What the two ends have agreed that `slot` may be sent in. */
  codecsOf(slot: SlotName): readonly RTCRtpCodec[] {
    return this.#slots.codecsOf(slot);
  }

  /** How `slot` is encoded from now on, whatever track is in it. */
  encode(slot: SlotName, change: Encoding): void {
    this.#slots.encode(slot, change);
  }

  /** Of files, and of what is said about them, so many bytes have been sent. */
  get bulkBytes(): number {
    return this.#bulk.carriedBytes;
  }

  /** No more than that is sent of files from now on, in bits per second. */
  limitBulk(limitBps: number): void {
    this.#bulk.limit(limitBps);
  }

  close(): void {
    this.emit('closed', undefined);
    this.removeAllListeners();
    this.#channel.close();
  }
}
