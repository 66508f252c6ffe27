// The data channel for what is large: apart from the one for letters, so that nothing that is said waits behind a file.
import { Emitter } from '../emitter.ts';

interface BulkChannelEvents {
  frame: ArrayBuffer;
  /** What was waiting to be sent has become little. */
  low: undefined;
  closed: undefined;
}

const label = 'bulk';
const channelId = 1;

/** In bytes. Enough to keep the network busy until more is given, little enough to be given up at once. */
export const lowWaterBytes = 256 * 1024;
export const highWaterBytes = 1024 * 1024;

/** Open from the moment it is told of until it is `closed`. */
export class BulkChannel extends Emitter<BulkChannelEvents> {
  readonly #channel: RTCDataChannel;

  constructor(connection: RTCPeerConnection, onOpen: (channel: BulkChannel) => void) {
    super();
    const channel = connection.createDataChannel(label, { negotiated: true, id: channelId });
    this.#channel = channel;
    channel.binaryType = 'arraybuffer';
    channel.bufferedAmountLowThreshold = lowWaterBytes;
    channel.addEventListener('open', () => onOpen(this));
    channel.addEventListener('close', () => this.emit('closed', undefined));
    channel.addEventListener('bufferedamountlow', () => this.emit('low', undefined));
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data instanceof ArrayBuffer) this.emit('frame', data);
    });
  }

  /** Whether it takes more before it is `low` again. */
  get hasRoom(): boolean {
    return this.#channel.readyState === 'open' && this.#channel.bufferedAmount < highWaterBytes;
  }

  /** Sends if the channel is open; says whether it did. */
  send(frame: ArrayBuffer): boolean {
    if (this.#channel.readyState !== 'open') return false;
    try {
      this.#channel.send(frame);
      return true;
    } catch {
      return false; // Its buffer is full, though it should not be.
    }
  }

  close(): void {
    this.emit('closed', undefined);
    this.removeAllListeners();
    this.#channel.close();
  }
}
