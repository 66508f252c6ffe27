// Tells that something is to be drawn anew: once for all that happens at once, and now and then while something moves.
import type { Clock } from '../environment.ts';

/** How often progress is shown; what begins or ends is shown at once. */
const progressEveryMs = 500;

export interface ChangeNoticeOptions {
  readonly clock: Clock;
  readonly isMoving: () => boolean;
  readonly tell: () => void;
}

export class ChangeNotice {
  readonly #options: ChangeNoticeOptions;
  #isDue = false;
  #isClosed = false;
  #cancelNext: (() => void) | undefined;

  constructor(options: ChangeNoticeOptions) {
    this.#options = options;
  }

  async give(): Promise<void> {
    if (this.#isDue) return;
    this.#isDue = true;
    await Promise.resolve();
    this.#isDue = false;
    if (this.#isClosed) return;
    const { clock, isMoving, tell } = this.#options;
    tell();
    if (!isMoving()) return;
    this.#cancelNext ??= clock.after(progressEveryMs, () => {
      this.#cancelNext = undefined;
      void this.give();
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelNext?.();
  }
}
