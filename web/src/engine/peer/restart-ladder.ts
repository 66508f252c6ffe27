// When to try again, and what: it watches one peer's connection, never gives up on it, and never hurries it.
import type { Clock } from '../environment.ts';

/** Browsers that have nothing to try may stay silent for ever; those that have, give up after as long. */
const connectPatienceMs = 15_000;

/** Longer than a Wi-Fi roam, shorter than a person's patience; browsers say `disconnected` long before `failed`. */
const disconnectedPatienceMs = 2_000;

/** A restart that works takes well under a second, one over a bad relay a few. */
const firstRetryMs = 4_000;

/** Checks go on for about 15 s: with a try in every half of that, a path that comes back is found as it comes back. */
const retryMs = 8_000;

/** After as long nobody sits in front of the screen and waits. */
const longOutageMs = 120_000;
const longOutageRetryMs = 15_000;

/** `online`, `pageshow` and `visibilitychange` come together when a machine wakes up. */
const wakePauseMs = 1_000;

export interface RestartLadderOptions {
  readonly clock: Clock;
  /** How many restarts in a row must fail before the connection itself is replaced. */
  readonly restartsBeforeRedial: number;
  /** Restarts ICE, or asks the side to do it whose part it is. */
  readonly restart: () => void;
  /** Replaces the connection. */
  readonly redial: () => void;
  /** The first connection has not come about in all this time; it is tried further. */
  readonly onLate: () => void;
  /** How much the connection has received so far, in bytes. */
  readonly bytesReceived: () => Promise<number>;
}

export class RestartLadder {
  readonly #options: RestartLadderOptions;
  #state: 'new' | 'up' | 'waiting' | 'trying' | 'closed' = 'new';
  /** Tries since the connection was last up. */
  #tries = 0;
  #downSinceMs = 0;
  #lastTryMs = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor(options: RestartLadderOptions) {
    this.#options = options;
    this.#downSinceMs = options.clock.now();
    this.#cancel = options.clock.after(connectPatienceMs, () => {
      options.onLate();
      this.#try();
    });
  }

  /** Takes each new `connectionState`, of one connection after the other. */
  follow(state: RTCPeerConnectionState): void {
    if (this.#state === 'closed') return;
    switch (state) {
      case 'connected':
        this.#state = 'up';
        this.#tries = 0;
        this.#cancel?.();
        return;
      case 'disconnected':
        if (this.#state === 'up') this.#wait();
        return;
      case 'failed':
        // A try that failed at once is followed by the next in its own time.
        if (this.#state !== 'trying') this.#try();
        return;
      case 'new':
        if (this.#state === 'up') this.#replaced();
        return;
      case 'connecting':
      case 'closed':
        return; // A try under way, or nothing to watch.
      default:
        state satisfies never;
    }
  }

  /** There is reason to believe that the peer can be reached again: what is down is not waited for any longer. */
  wake(): void {
    if (this.#state !== 'waiting' && this.#state !== 'trying') return;
    if (this.#sinceLastTryMs() < wakePauseMs) return;
    this.#tries = 0;
    this.#try();
  }

  /** The network is another: what is up may be on the one that went, and notice it only in seconds. */
  networkChanged(): void {
    if (this.#state === 'up') this.#restartOnce(wakePauseMs);
    else this.wake();
  }

  /** The other side asks for a restart. It may have crossed one of ours, and this side may not see any trouble. */
  request(): void {
    if (this.#state !== 'closed') this.#restartOnce(firstRetryMs);
  }

  close(): void {
    this.#state = 'closed';
    this.#cancel?.();
  }

  /** Another connection is to take the place of one that was up. */
  #replaced(): void {
    this.#state = 'trying';
    this.#downSinceMs = this.#options.clock.now();
    this.#schedule(connectPatienceMs, () => this.#try());
  }

  /** Waits for as long as nothing comes in; what comes in shows that only the checks went astray. */
  #wait(): void {
    if (this.#state !== 'waiting') this.#downSinceMs = this.#options.clock.now();
    this.#state = 'waiting';
    const before = this.#options.bytesReceived();
    this.#schedule(disconnectedPatienceMs, () => void this.#tryUnlessReceiving(before));
  }

  async #tryUnlessReceiving(before: Promise<number>): Promise<void> {
    const hasReceived = (await this.#options.bytesReceived()) > (await before);
    if (this.#state !== 'waiting') return;
    if (hasReceived) this.#wait();
    else this.#try();
  }

  #restartOnce(pauseMs: number): void {
    if (this.#sinceLastTryMs() < pauseMs) return;
    this.#lastTryMs = this.#options.clock.now();
    this.#options.restart();
  }

  #try(): void {
    const nowMs = this.#options.clock.now();
    if (this.#state === 'up') this.#downSinceMs = nowMs;
    this.#state = 'trying';
    this.#lastTryMs = nowMs;
    const { restartsBeforeRedial, restart, redial } = this.#options;
    const isRedial = this.#tries % (restartsBeforeRedial + 1) === restartsBeforeRedial;
    this.#schedule(this.#pauseMs(), () => this.#try());
    this.#tries += 1;
    if (isRedial) redial();
    else restart();
  }

  #pauseMs(): number {
    if (this.#options.clock.now() - this.#downSinceMs > longOutageMs) return longOutageRetryMs;
    return this.#tries < 2 ? firstRetryMs : retryMs;
  }

  #sinceLastTryMs(): number {
    return this.#options.clock.now() - this.#lastTryMs;
  }

  #schedule(delayMs: number, task: () => void): void {
    this.#cancel?.();
    this.#cancel = this.#options.clock.after(delayMs, task);
  }
}
