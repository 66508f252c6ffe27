// Keeps the files that go to one peer out of the way of speech and pictures.
import { bitRate } from '../bit-rate.ts';
import type { LinkPort } from '../peer/link-port.ts';
import { type BulkPace, type BulkSigns, givesWay, nextBulkPace, unproven } from './bulk-pace.ts';

interface Sent {
  readonly bytes: number;
  readonly atMs: number;
}

export class BulkLimiter {
  readonly #port: LinkPort;
  #pace = unproven;
  /** At the latest look, and the one before: frames are too large for one look to tell how fast they go. */
  #sent: readonly Sent[] = [];

  constructor(port: LinkPort) {
    this.#port = port;
    this.startOver();
  }

  /** Whether they make room at the moment. */
  get givesWay(): boolean {
    return givesWay(this.#pace);
  }

  /** Nothing is known of the way that is used now. */
  startOver(): void {
    this.#sent = [];
    this.#limit(unproven);
  }

  /** So it goes for all else. */
  follow(signs: Omit<BulkSigns, 'sentBps'>, atMs: number): void {
    const now = { bytes: this.#port.bulkBytes, atMs };
    const [earlier] = this.#sent;
    this.#sent = [...this.#sent.slice(-1), now];
    if (!earlier || atMs <= earlier.atMs) return;
    const sentBps = bitRate(now.bytes - earlier.bytes, atMs - earlier.atMs);
    this.#limit(nextBulkPace(this.#pace, { ...signs, sentBps }));
  }

  #limit(pace: BulkPace): void {
    this.#pace = pace;
    this.#port.limitBulk(pace.limitBps);
  }
}
