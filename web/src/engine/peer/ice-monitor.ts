// When to restart ICE: it watches one connection's state and never gives up on it, nor hurries it.
import type { Clock } from '../environment.ts';

/** Browsers that have nothing to try may stay silent for ever; those that have, give up after as long. */
const connectPatienceMs = 15_000;

/** Longer than a Wi-Fi roam, shorter than a person's patience; browsers say `disconnected` long before `failed`. */
const disconnectedPatienceMs = 2_000;

/** A restart that works takes well under a second, one over a bad relay a few; then ever longer waits. */
const firstRetryMs = 4_000;
const longestRetryMs = 15_000;

/** `online`, `pageshow` and `visibilitychange` come together when a machine wakes up. */
const wakePauseMs = 1_000;

export interface IceMonitorOptions {
  readonly clock: Clock;
  /** Restarts ICE, or asks the side to do it whose part it is. */
  readonly restart: () => void;
  /** The first connection has not come about in all this time; it is tried further. */
  readonly onLate: () => void;
}

export class IceMonitor {
  readonly #options: IceMonitorOptions;
  #state: 'new' | 'up' | 'waiting' | 'restarting' | 'closed' = 'new';
  #retryMs = firstRetryMs;
  #lastRestartMs = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor(options: IceMonitorOptions) {
    this.#options = options;
    this.#cancel = options.clock.after(connectPatienceMs, () => {
      options.onLate();
      this.#restart();
    });
  }

  /** Takes each new `connectionState`. */
  follow(state: RTCPeerConnectionState): void {
    if (this.#state === 'closed') return;
    switch (state) {
      case 'connected':
        this.#state = 'up';
        this.#retryMs = firstRetryMs;
        this.#cancel?.();
        return;
      case 'disconnected':
        if (this.#state !== 'up') return;
        this.#state = 'waiting';
        this.#schedule(disconnectedPatienceMs);
        return;
      case 'failed':
        // A restart that failed at once is followed by the next in its own time.
        if (this.#state !== 'restarting') this.#restart();
        return;
      case 'new':
      case 'connecting':
      case 'closed':
        return; // A restart under way, or nothing to watch.
      default:
        state satisfies never;
    }
  }

  /** The page or the network has come back: what is down is not waited for any longer. */
  wake(): void {
    if (this.#state !== 'waiting' && this.#state !== 'restarting') return;
    if (this.#sinceLastRestartMs() < wakePauseMs) return;
    this.#retryMs = firstRetryMs;
    this.#restart();
  }

  /** The other side asks for a restart. It may have crossed one of ours, and this side may not see any trouble. */
  request(): void {
    if (this.#state === 'closed' || this.#sinceLastRestartMs() < firstRetryMs) return;
    this.#lastRestartMs = this.#options.clock.now();
    this.#options.restart();
  }

  close(): void {
    this.#state = 'closed';
    this.#cancel?.();
  }

  #restart(): void {
    this.#state = 'restarting';
    this.#lastRestartMs = this.#options.clock.now();
    this.#schedule(this.#retryMs);
    this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2);
    this.#options.restart();
  }

  #sinceLastRestartMs(): number {
    return this.#options.clock.now() - this.#lastRestartMs;
  }

  #schedule(delayMs: number): void {
    this.#cancel?.();
    this.#cancel = this.#options.clock.after(delayMs, () => this.#restart());
  }
}
