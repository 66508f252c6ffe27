// Who of several transfers to one peer sends next: each a frame in turn, as long as the channel has room.
import type { BulkChannel } from '../peer/bulk-channel.ts';
import type { Outgoing } from './outgoing.ts';

/** What it needs of a transfer. */
export type Sending = Pick<Outgoing, 'take'>;

/** What it needs of a channel. */
export type SendingChannel = Pick<BulkChannel, 'hasRoom' | 'send'>;

export class SendingLine {
  #channel: SendingChannel | undefined;
  /** Those that have something to send, the next one first. */
  #waiting: Sending[] = [];
  /** Taken, and not accepted by the channel. */
  #unsent: ArrayBuffer | undefined;

  /** Sends over that channel from now on; what was on its way on another is for the receivers to ask for. */
  connect(channel: SendingChannel | undefined): void {
    this.#channel = channel;
    this.#waiting = [];
    this.#unsent = undefined;
  }

  /** It has something to send. */
  join(outgoing: Sending): void {
    if (!this.#waiting.includes(outgoing)) this.#waiting.push(outgoing);
    this.pump();
  }

  /** The channel may have room. */
  pump(): void {
    while (this.#channel?.hasRoom) {
      const frame = this.#unsent ?? this.#take();
      if (!frame) return;
      this.#unsent = this.#channel.send(frame) ? undefined : frame;
      if (this.#unsent) return;
    }
  }

  #take(): ArrayBuffer | undefined {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const frame = next.take();
      if (!frame) continue; // It joins again when it has one.
      this.#waiting.push(next);
      return frame;
    }
    return undefined;
  }
}
