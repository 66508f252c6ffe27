// The data channel for what is large: apart from the one for letters, so that nothing that is said waits behind a file.
import { bytesAt } from '../bit-rate.ts';
import { Emitter } from '../emitter.ts';
import type { Clock } from '../environment.ts';
import { Throttle } from './throttle.ts';

interface BulkChannelEvents {
  frame: ArrayBuffer;
  /** It has room again. */
  low: undefined;
  closed: undefined;
}

export interface BulkChannelOptions {
  readonly clock: Clock;
  readonly onOpen: () => void;
}

const label = 'bulk';
const channelId = 1;

/** In bytes. Enough to keep the network busy until more is given, little enough to be given up at once. */
export const lowWaterBytes = 256 * 1024;
export const highWaterBytes = 1024 * 1024;
const lowShare = lowWaterBytes / highWaterBytes;
/** Within a limit no more waits than goes out in this time, but for two frames: with fewer, the browser would run dry. */
const waitMs = 250;
const leastWaitingBytes = 32 * 1024;

/** Open from the moment it is told of until it is `closed`. */
export class BulkChannel extends Emitter<BulkChannelEvents> {
  readonly #channel: RTCDataChannel;
  readonly #throttle: Throttle;
  #highWaterBytes = highWaterBytes;
  #takenBytes = 0;

  constructor(connection: RTCPeerConnection, { clock, onOpen }: BulkChannelOptions) {
    super();
    const channel = connection.createDataChannel(label, { negotiated: true, id: channelId });
    this.#channel = channel;
    this.#throttle = new Throttle(clock, () => this.emit('low', undefined));
    channel.binaryType = 'arraybuffer';
    channel.bufferedAmountLowThreshold = lowWaterBytes;
    channel.addEventListener('open', onOpen);
    channel.addEventListener('close', () => this.#end());
    channel.addEventListener('bufferedamountlow', () => this.emit('low', undefined));
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data instanceof ArrayBuffer) this.emit('frame', data);
    });
  }

  /** Whether it takes more; if not, it will be `low`. */
  get hasRoom(): boolean {
    const { readyState, bufferedAmount } = this.#channel;
    return readyState === 'open' && bufferedAmount < this.#highWaterBytes && this.#throttle.ask();
  }

  /** Of what was sent, as much as does not wait any more. */
  get carriedBytes(): number {
    return this.#takenBytes - this.#channel.bufferedAmount;
  }

  /** It has room for no more than that from now on, in bits per second. */
  limit(limitBps: number): void {
    const waitingBytes = bytesAt(limitBps, waitMs);
    this.#throttle.limitBps = limitBps;
    this.#highWaterBytes = Math.min(highWaterBytes, Math.max(leastWaitingBytes, waitingBytes));
    this.#channel.bufferedAmountLowThreshold = this.#highWaterBytes * lowShare;
    // What waits may be little now without ever having become so.
    if (this.hasRoom) this.emit('low', undefined);
  }

  /** Sends if the channel is open; says whether it did. */
  send(frame: ArrayBuffer): boolean {
    if (this.#channel.readyState !== 'open') return false;
    try {
      this.#channel.send(frame);
    } catch {
      return false; // Its buffer is full, though it should not be.
    }
    this.#takenBytes += frame.byteLength;
    this.#throttle.spend(frame.byteLength);
    return true;
  }

  close(): void {
    this.#channel.close();
    this.#end();
    this.removeAllListeners();
  }

  #end(): void {
    this.#throttle.close();
    this.emit('closed', undefined);
  }
}
