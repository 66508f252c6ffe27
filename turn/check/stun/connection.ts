// Requests and their answers over one channel (RFC 8489, section 6.2). What else comes is an indication.
import { type Channel, openChannel } from './channel.ts';
import { type Endpoint, type Opened, type Unreachable, answerMs, silence } from './endpoint.ts';
import { type Message, decode } from './message.ts';

/** A message, and how it came. */
export interface Received {
  readonly message: Message;
  readonly bytes: Buffer;
}

export type Reply = Opened<{ readonly received: Received }> | Unreachable;

/** When a datagram is sent again: after the RFC's 500 ms and then twice that, but not for its 39.5 s. */
const resendMs = [500, 1_500];

export class Connection {
  readonly #channel: Channel;
  readonly #pending = new Map<string, (reply: Reply) => void>();
  #ended: string | undefined;
  #hear: (indication: Message) => void = () => {};

  private constructor(channel: Channel) {
    this.#channel = channel;
    channel.listen({
      onMessage: (bytes) => this.#receive(bytes),
      onEnd: (why) => this.#end(why),
    });
  }

  static async open(
    endpoint: Endpoint,
  ): Promise<Opened<{ readonly connection: Connection }> | Unreachable> {
    const opened = await openChannel(endpoint);
    if (!opened.ok) return opened;
    return { ok: true, connection: new Connection(opened.channel) };
  }

  onIndication(hear: (indication: Message) => void): void {
    this.#hear = hear;
  }

  /** Sends it, if need be again, until its answer comes. */
  request(encoded: Buffer): Promise<Reply> {
    const id = transactionIdOf(encoded);
    if (this.#ended !== undefined) return Promise.resolve({ ok: false, why: this.#ended });
    return new Promise((resolve) => {
      const again = () => this.#channel.send(encoded);
      const resends = this.#channel.isReliable ? [] : resendMs;
      const timers = resends.map((ms) => setTimeout(again, ms));
      const settle = (reply: Reply) => {
        for (const timer of timers) clearTimeout(timer);
        this.#pending.delete(id);
        resolve(reply);
      };
      timers.push(setTimeout(() => settle({ ok: false, why: silence }), answerMs));
      this.#pending.set(id, settle);
      this.#channel.send(encoded);
    });
  }

  indicate(encoded: Buffer): void {
    this.#channel.send(encoded);
  }

  /** Calling it again changes nothing. */
  close(): void {
    this.#end('it was closed');
    this.#channel.close();
  }

  #receive(bytes: Buffer): void {
    const message = decode(bytes);
    if (!message) return;
    if (message.class === 'indication') this.#hear(message);
    else this.#pending.get(transactionIdOf(bytes))?.({ ok: true, received: { message, bytes } });
  }

  #end(why: string): void {
    this.#ended ??= why;
    for (const settle of this.#pending.values()) settle({ ok: false, why });
  }
}

function transactionIdOf(encoded: Buffer): string {
  return encoded.toString('hex', 8, 20);
}
