// What one peer has to say to another, delivered once and in order over paths that drop, delay and double. It knows
// nothing of the paths: the owner transmits letters on whichever is open and calls `resend` when one comes back.
import type { Letter } from '../../../../protocol/peer.ts';
import { Emitter } from '../emitter.ts';
import type { Clock } from '../environment.ts';

/** First wait for an ack: several round trips round the world; then doubled, because a dead path needs no traffic. */
const firstResendMs = 1_000;
const longestResendMs = 8_000;

/** Acks wait a moment for something to travel with. */
const ackDelayMs = 100;

/** A peer that far behind has lost the thread: bounds memory, and is far above what a call can have under way. */
export const maxUnacked = 1_000;

/** What comes early is kept up to here; the rest is sent again, so nothing is lost by a bound on memory. */
export const maxEarly = 256;

/** How much goes out again at once: enough for what a call has under way, little enough for the relay's limits. */
const resendWindow = 16;

interface MailboxEvents {
  /** The next message of the other side, as it came: each once, in the order of writing. */
  message: unknown;
  /** Everything up to that number has arrived. */
  acked: number;
  /** More is waiting than may: nothing more is taken, and only a new epoch helps. */
  overflow: undefined;
  /** The other side has begun a new epoch and lost what was acked: only a new epoch here can follow. */
  outdated: Letter;
}

export interface MailboxOptions {
  readonly clock: Clock;
  /** Names this side's numbering; new whenever this side begins anew. */
  readonly epoch: string;
  /**
   * Puts a letter on a path, if one is open; whatever is lost is sent again. `isOverdue` when its ack has not
   * come in time: the path it took may be dead without knowing it.
   */
  readonly transmit: (letter: Letter, isOverdue: boolean) => void;
}

export class Mailbox extends Emitter<MailboxEvents> {
  readonly #options: MailboxOptions;
  /** Sent and not yet acked, in order; the first is number `#acked + 1`. */
  readonly #unacked: unknown[] = [];
  #acked = 0;
  /** The other side's numbering, known from its first letter. */
  #remoteEpoch: string | undefined;
  #delivered = 0;
  /** What came before its turn. */
  readonly #early = new Map<number, unknown>();
  #isOpen = true;
  /** A resend was needed: each ack calls for what comes next, until all is acked. */
  #isRecovering = false;
  #resendMs = firstResendMs;
  #cancelResend: (() => void) | undefined;
  #cancelAck: (() => void) | undefined;

  constructor(options: MailboxOptions) {
    super();
    this.#options = options;
  }

  /** What waits for its ack, in order. */
  get unacked(): readonly unknown[] {
    return this.#unacked;
  }

  /** Takes a message to be delivered; gives its number. After an overflow nothing is taken any more. */
  post(message: unknown): number {
    const number = this.#acked + this.#unacked.length + 1;
    if (!this.#isOpen) return number;
    if (this.#unacked.length >= maxUnacked) {
      this.close();
      this.emit('overflow', undefined);
      return number;
    }
    this.#unacked.push(message);
    this.#cancelResend ??= this.#scheduleResend();
    this.#transmit(this.#letter(number, message));
    return number;
  }

  /** Whether the message of that number has arrived. */
  hasArrived(number: number): boolean {
    return number <= this.#acked;
  }

  /** Takes a letter of the other side. One that answers an epoch from before is not for this mailbox. */
  receive(letter: Letter): void {
    const { epoch, number, ack, message } = letter;
    if (!this.#isOpen) return;
    if (ack !== null && ack.epoch !== this.#options.epoch) return;
    if (epoch !== this.#remoteEpoch && !this.#follow(epoch)) {
      this.emit('outdated', letter);
      return;
    }
    if (ack !== null) this.#takeAck(ack.upTo);
    if (message === undefined) return;
    if (number > this.#delivered && number <= this.#delivered + maxEarly) {
      this.#early.set(number, message);
    }
    // Also for what was here already: its ack must have been lost.
    this.#cancelAck ??= this.#options.clock.after(ackDelayMs, () =>
      this.#transmit(this.#letter(0)),
    );
    this.#deliver();
  }

  /** A path has come back: what is unacked goes out again at once, a window of it. */
  resend(): void {
    if (!this.#isOpen) return;
    this.#resendMs = firstResendMs;
    this.#resendUnacked(false);
  }

  /** Nothing is taken or sent any more. */
  close(): void {
    this.#isOpen = false;
    this.#cancelResend?.();
    this.#cancelAck?.();
  }

  /** Listens to another epoch from its beginning, if nothing that was said here is lost by that. */
  #follow(epoch: string): boolean {
    if (this.#acked > 0) return false;
    this.#remoteEpoch = epoch;
    this.#delivered = 0;
    this.#early.clear();
    return true;
  }

  #deliver(): void {
    while (this.#isOpen) {
      const message = this.#early.get(this.#delivered + 1);
      if (message === undefined) return;
      this.#delivered += 1;
      this.#early.delete(this.#delivered);
      this.emit('message', message);
    }
  }

  #takeAck(upTo: number): void {
    const newlyAcked = upTo - this.#acked;
    if (newlyAcked <= 0 || newlyAcked > this.#unacked.length) return;
    this.#unacked.splice(0, newlyAcked);
    this.#acked = upTo;
    this.#resendMs = firstResendMs;
    this.#cancelResend?.();
    this.#cancelResend = undefined;
    this.emit('acked', upTo);
    if (this.#unacked.length === 0) this.#isRecovering = false;
    else if (this.#isRecovering) this.#resendUnacked(true);
    else this.#cancelResend = this.#scheduleResend();
  }

  #scheduleResend(): () => void {
    return this.#options.clock.after(this.#resendMs, () => {
      this.#resendMs = Math.min(longestResendMs, this.#resendMs * 2);
      this.#isRecovering = true;
      this.#resendUnacked(true);
    });
  }

  #resendUnacked(isOverdue: boolean): void {
    this.#cancelResend?.();
    this.#cancelResend = this.#unacked.length > 0 ? this.#scheduleResend() : undefined;
    for (const [index, message] of this.#unacked.slice(0, resendWindow).entries()) {
      this.#transmit(this.#letter(this.#acked + 1 + index, message), isOverdue);
    }
  }

  #transmit(letter: Letter, isOverdue = false): void {
    // It carries the latest ack, so none has to travel alone.
    this.#cancelAck?.();
    this.#cancelAck = undefined;
    this.#options.transmit(letter, isOverdue);
  }

  /** Number 0 carries nothing but the ack. */
  #letter(number: number, message?: unknown): Letter {
    const epoch = this.#remoteEpoch;
    const ack = epoch === undefined ? null : { epoch, upTo: this.#delivered };
    const content = message === undefined ? {} : { message };
    return { type: 'letter', epoch: this.#options.epoch, number, ack, ...content };
  }
}
