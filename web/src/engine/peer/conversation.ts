// What two peers say to each other, decoded, once and in order, from the first word to the last: when one side has lost
// the thread, another mailbox is opened and nothing that was written is lost.
import * as v from 'valibot';
import type { ChatMessage } from '../../../../protocol/peer-chat.ts';
import { type Letter, PeerMessage } from '../../../../protocol/peer.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import { Mailbox } from '../signaling/mailbox.ts';

/** Tells whether what was posted has arrived. */
export type Receipt = () => boolean;

export interface ConversationOptions {
  readonly environment: Pick<Environment, 'clock' | 'uniqueName'>;
  /** Puts a letter on a path, if there is one; see Mailbox. */
  readonly transmit: (letter: Letter, isOverdue: boolean) => void;
  /** What is said first, and again whenever the other side may have forgotten it. */
  readonly introduction: () => readonly PeerMessage[];
}

interface ConversationEvents {
  message: PeerMessage;
  /** What the other side knew of this one is forgotten, and it has been introduced anew. */
  anew: undefined;
  /** The ids of the chat messages that have yet to arrive. */
  unheard: readonly string[];
}

export class Conversation extends Emitter<ConversationEvents> {
  readonly #options: ConversationOptions;
  #mailbox: Mailbox;
  /** By number, in the mailbox there is now. */
  #unheard = new Map<number, ChatMessage>();
  /** The ids of what was too much to be kept. */
  readonly #neverHeard: string[] = [];

  constructor(options: ConversationOptions) {
    super();
    this.#options = options;
    this.#mailbox = this.#openMailbox();
  }

  /** Says who this side is; once, when letters can be carried. */
  introduce(): void {
    for (const message of this.#options.introduction()) this.post(message);
  }

  post(message: PeerMessage): Receipt {
    const mailbox = this.#mailbox;
    const number = mailbox.post(message);
    return () => mailbox.hasArrived(number);
  }

  say(message: ChatMessage): void {
    const mailbox = this.#mailbox;
    const number = mailbox.post(message);
    // One too many: it went with the mailbox it was for.
    if (mailbox === this.#mailbox) this.#unheard.set(number, message);
    else this.#neverHeard.push(message.id);
    this.#tellUnheard();
  }

  receive(letter: Letter): void {
    this.#mailbox.receive(letter);
  }

  /** A path has come back. */
  resend(): void {
    this.#mailbox.resend();
  }

  close(): void {
    this.removeAllListeners();
    this.#mailbox.close();
  }

  #openMailbox(): Mailbox {
    const { environment, transmit } = this.#options;
    const epoch = environment.uniqueName();
    const mailbox = new Mailbox({ clock: environment.clock, epoch, transmit });
    mailbox.on('message', (message) => this.#deliver(message));
    mailbox.on('acked', (upTo) => this.#heard(upTo));
    mailbox.on('outdated', (letter) => this.#beginAnew(letter));
    mailbox.on('overflow', () => this.#beginAnew());
    return mailbox;
  }

  /** What can't be decoded counts as delivered: a newer peer may say things this page doesn't know. */
  #deliver(message: unknown): void {
    const decoded = v.safeParse(PeerMessage, message);
    if (decoded.success) this.emit('message', decoded.output);
  }

  #heard(upTo: number): void {
    const heard = [...this.#unheard.keys()].filter((number) => number <= upTo);
    for (const number of heard) this.#unheard.delete(number);
    if (heard.length > 0) this.#tellUnheard();
  }

  /** Chat that may have been heard is said again: its id tells. After an overflow there is too much of it. */
  #beginAnew(letter?: Letter): void {
    const unheard = letter ? [...this.#unheard.values()] : [];
    if (!letter) this.#neverHeard.push(...this.#unheardIds());
    this.#mailbox.close();
    this.#mailbox = this.#openMailbox();
    this.#unheard = new Map();
    if (letter) this.#mailbox.receive(letter);
    this.introduce();
    for (const message of unheard) this.say(message);
    this.emit('anew', undefined);
  }

  #tellUnheard(): void {
    this.emit('unheard', [...this.#neverHeard, ...this.#unheardIds()]);
  }

  #unheardIds(): string[] {
    return Array.from(this.#unheard.values(), ({ id }) => id);
  }
}
