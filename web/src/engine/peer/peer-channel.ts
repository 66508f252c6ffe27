// The data channel between two peers: both ends make it with the same id, so it costs no announcement.
import { decode, encode } from '../../../../protocol/codec.ts';
import { Letter } from '../../../../protocol/peer.ts';
import { Emitter } from '../emitter.ts';

interface PeerChannelEvents {
  open: undefined;
  /** The path is gone, though the connection may go on. */
  closed: undefined;
  letter: Letter;
}

const label = 'earshot';
const channelId = 0;

export class PeerChannel extends Emitter<PeerChannelEvents> {
  readonly #channel: RTCDataChannel;

  constructor(connection: RTCPeerConnection) {
    super();
    this.#channel = connection.createDataChannel(label, { negotiated: true, id: channelId });
    this.#channel.addEventListener('open', () => this.emit('open', undefined));
    this.#channel.addEventListener('close', () => this.emit('closed', undefined));
    this.#channel.addEventListener('message', ({ data }) => this.#received(data));
  }

  /** Sends if the channel is open and takes more; says whether it did. */
  send(letter: Letter): boolean {
    if (this.#channel.readyState !== 'open') return false;
    try {
      this.#channel.send(encode(letter));
      return true;
    } catch {
      return false; // Its buffer is full: there is another path.
    }
  }

  close(): void {
    this.removeAllListeners();
    this.#channel.close();
  }

  #received(frame: unknown): void {
    if (typeof frame !== 'string') return;
    const decoded = decode(Letter, frame);
    if (decoded.ok) this.emit('letter', decoded.value);
  }
}
