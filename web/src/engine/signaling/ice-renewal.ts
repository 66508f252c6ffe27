// Asks for new relay credentials long before the old ones expire, so that no connection is ever made, or restarted,
// with ones the relay refuses.
import type { Ice } from '../../../../protocol/relay.ts';
import type { Clock } from '../environment.ts';

/** However short-lived credentials are, asking more often than this would be noise. */
const shortestWaitMs = 10_000;

export class IceRenewal {
  readonly #clock: Clock;
  readonly #ask: () => void;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, ask: () => void) {
    this.#clock = clock;
    this.#ask = ask;
  }

  /** Takes what just came: `ask` is called at half its life, and again at each eighth while nothing new comes. */
  follow({ lifetimeMs }: Ice): void {
    this.close();
    if (lifetimeMs !== null) this.#schedule(lifetimeMs / 2, lifetimeMs / 8);
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #schedule(waitMs: number, repeatMs: number): void {
    this.#cancel = this.#clock.after(Math.max(waitMs, shortestWaitMs), () => {
      this.#schedule(repeatMs, repeatMs);
      this.#ask();
    });
  }
}
