// When to restart ICE: it watches one connection's state and never gives up on it.
import type { Clock } from '../environment.ts';

/** Longer than a Wi-Fi roam, shorter than a person's patience; browsers say `disconnected` long before `failed`. */
const disconnectedPatienceMs = 2_000;

/** A restart that works takes well under a second, one over a bad relay a few; then ever longer waits. */
const firstRetryMs = 4_000;
const longestRetryMs = 15_000;

export interface IceMonitorOptions {
  readonly clock: Clock;
  /** Restarts ICE, or asks the side to do it whose part it is. */
  readonly restart: () => void;
}

export class IceMonitor {
  readonly #options: IceMonitorOptions;
  #retryMs = firstRetryMs;
  #isDown = false;
  #cancel: (() => void) | undefined;

  constructor(options: IceMonitorOptions) {
    this.#options = options;
  }

  /** Takes each new `connectionState`. */
  follow(state: RTCPeerConnectionState): void {
    switch (state) {
      case 'connected':
        this.#isDown = false;
        this.#retryMs = firstRetryMs;
        this.close();
        return;
      case 'disconnected':
        this.#isDown = true;
        this.#cancel ??= this.#schedule(disconnectedPatienceMs);
        return;
      case 'failed':
        this.#isDown = true;
        this.#restart();
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
    if (this.#isDown) this.#restart();
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #restart(): void {
    this.close();
    this.#cancel = this.#schedule(this.#retryMs);
    this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2);
    this.#options.restart();
  }

  #schedule(delayMs: number): () => void {
    return this.#options.clock.after(delayMs, () => this.#restart());
  }
}
