// Keeps what is sent within a rate: what goes out now is waited for before the next.
import { durationAt } from '../bit-rate.ts';
import type { Clock } from '../environment.ts';

/** What a late timer left unused is made up for, but no longer rest is saved up. */
const savedMs = 50;

export class Throttle {
  /** In bits per second, for what is spent from now on. */
  limitBps = Infinity;
  readonly #clock: Clock;
  readonly #onOpen: () => void;
  #openAtMs = -Infinity;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, onOpen: () => void) {
    this.#clock = clock;
    this.#onOpen = onOpen;
  }

  /** Whether something may be sent now; if not, `onOpen` is called once it may. */
  ask(): boolean {
    const waitMs = this.#openAtMs - this.#clock.now();
    if (waitMs <= 0) return true;
    this.#cancel ??= this.#clock.after(waitMs, () => {
      this.#cancel = undefined;
      this.#onOpen();
    });
    return false;
  }

  /** So many bytes go out. */
  spend(bytes: number): void {
    const takesMs = durationAt(this.limitBps, bytes);
    this.#openAtMs = Math.max(this.#openAtMs, this.#clock.now() - savedMs) + takesMs;
  }

  /** Calls nobody any more. */
  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
