// Two mailboxes with two bad paths between them, taking turns: letters are dropped, delayed past each other, doubled,
// and cut off for a while, all by chance. Whatever is posted at one end is checked at the other.
import type { Letter } from '../../../../protocol/peer.ts';
import type { Mailbox } from '../signaling/mailbox.ts';
import { FakeClock } from './fake-clock.ts';

interface Losses {
  readonly lost: number;
  readonly doubled: number;
  readonly outOfOrder: number;
}

interface End {
  readonly mailbox: Mailbox;
  /** Under way to this end. */
  inFlight: { readonly dueMs: number; readonly letter: Letter }[];
  posted: number;
  /** The number that should be heard next. */
  expected: number;
}

const tickMs = 20;
const postsPerTick = 40;
const dropped = 0.1;
const doubled = 0.05;
const cutPerTick = 0.002;
const longestCutMs = 3_000;
const switchPerTick = 0.01;
/** The relay is slow and jumbles what it carries; the channel is quick. */
const longestDelayMs = { relay: 400, channel: 60 };
const patienceMs = 120_000;

export class LossyLink {
  readonly #clock = new FakeClock();
  readonly #random: () => number;
  readonly #ends: readonly [End, End];
  #path: keyof typeof longestDelayMs = 'relay';
  #cutUntilMs = 0;
  #isQuiet = false;
  #doubled = 0;
  #outOfOrder = 0;
  #lastHeardMs = 0;

  constructor(MailboxClass: typeof Mailbox, random: () => number) {
    this.#random = random;
    this.#ends = [this.#makeEnd(MailboxClass, 'a', 1), this.#makeEnd(MailboxClass, 'b', 0)];
  }

  /** Posts `total` messages, half at each end, and waits until all have come, or will never. */
  carry(total: number): Losses {
    const perEnd = Math.ceil(total / 2);
    while (this.#ends.some(({ posted }) => posted < perEnd) && !this.#isBroken()) {
      for (const end of this.#ends) this.#post(end, perEnd);
      this.#tick();
    }
    this.#isQuiet = true;
    while (this.#ends.some(({ mailbox }) => mailbox.unacked.length > 0) && !this.#isBroken())
      this.#tick();
    const heard = this.#ends.reduce((sum, { expected }) => sum + expected, 0);
    const posted = this.#ends.reduce((sum, each) => sum + each.posted, 0);
    return { lost: posted - heard, doubled: this.#doubled, outOfOrder: this.#outOfOrder };
  }

  /** What went wrong once is proof enough, and what has not come for so long never will. */
  #isBroken(): boolean {
    const isStuck = this.#clock.now() > this.#lastHeardMs + patienceMs;
    return isStuck || this.#doubled + this.#outOfOrder > 0;
  }

  #post(end: End, upTo: number): void {
    const count = Math.floor(this.#random() * postsPerTick);
    for (let index = 0; index < count && end.posted < upTo; index += 1) {
      if (end.mailbox.unacked.length >= 900) return;
      end.mailbox.post(end.posted);
      end.posted += 1;
    }
  }

  #tick(): void {
    this.#clock.advance(tickMs);
    const nowMs = this.#clock.now();
    if (this.#random() < switchPerTick) this.#switchPath();
    if (!this.#isQuiet && this.#random() < cutPerTick) {
      this.#cutUntilMs = nowMs + this.#random() * longestCutMs;
    }
    for (const end of this.#ends) {
      const due = end.inFlight.filter(({ dueMs }) => dueMs <= nowMs);
      end.inFlight = end.inFlight.filter(({ dueMs }) => dueMs > nowMs);
      for (const { letter } of due.toSorted((a, b) => a.dueMs - b.dueMs))
        end.mailbox.receive(letter);
    }
  }

  /** The other path comes up: both ends send again what is not acked. */
  #switchPath(): void {
    this.#path = this.#path === 'relay' ? 'channel' : 'relay';
    for (const { mailbox } of this.#ends) mailbox.resend();
  }

  #transmit(letter: Letter, to: 0 | 1): void {
    const nowMs = this.#clock.now();
    if (nowMs < this.#cutUntilMs || this.#random() < dropped) return;
    const copies = this.#random() < doubled ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const dueMs = nowMs + this.#random() * longestDelayMs[this.#path];
      this.#ends[to].inFlight.push({ dueMs, letter });
    }
  }

  #makeEnd(MailboxClass: typeof Mailbox, epoch: string, to: 0 | 1): End {
    const mailbox = new MailboxClass({
      clock: this.#clock,
      epoch,
      transmit: (letter) => this.#transmit(letter, to),
    });
    const end: End = { mailbox, inFlight: [], posted: 0, expected: 0 };
    mailbox.on('message', (message) => this.#hear(end, Number(message)));
    return end;
  }

  #hear(end: End, number: number): void {
    this.#lastHeardMs = this.#clock.now();
    if (number === end.expected) end.expected += 1;
    else if (number < end.expected) this.#doubled += 1;
    else this.#outOfOrder += 1;
  }
}
