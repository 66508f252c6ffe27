// Asks a socket whether it is still alive, again and again, and says when it does not answer: a dead network
// closes nothing.
import { heartbeatIntervalMs, pongTimeoutMs } from '../../../../protocol/limits.ts';
import type { Environment } from '../environment.ts';

/** Whoever wakes up looks at the screen: an answer that takes longer is not waited for. */
const wakePatienceMs = 2_000;

export interface HeartbeatOptions {
  /** Sends a ping. */
  readonly beat: () => void;
  /** A ping was not answered in time; nothing is sent any more until `heard`. */
  readonly silent: () => void;
}

export class Heartbeat {
  readonly #environment: Pick<Environment, 'clock' | 'timeOfDayMs'>;
  readonly #options: HeartbeatOptions;
  #cancel: (() => void) | undefined;

  constructor(environment: Pick<Environment, 'clock' | 'timeOfDayMs'>, options: HeartbeatOptions) {
    this.#environment = environment;
    this.#options = options;
  }

  /** Something came in, which is as good as a pong; or the socket has just opened. */
  heard(): void {
    const dueMs = this.#environment.timeOfDayMs() + heartbeatIntervalMs;
    this.#wait(heartbeatIntervalMs, () => {
      // A timer does not run while the machine sleeps, and its clock may stand still: only the time of day tells.
      const hasSlept = this.#environment.timeOfDayMs() > dueMs + pongTimeoutMs;
      this.#ask(hasSlept ? wakePatienceMs : pongTimeoutMs);
    });
  }

  /** There is reason for doubt: asks now. */
  ask(): void {
    this.#ask(wakePatienceMs);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #ask(patienceMs: number): void {
    this.#wait(patienceMs, this.#options.silent);
    this.#options.beat();
  }

  #wait(delayMs: number, task: () => void): void {
    this.stop();
    this.#cancel = this.#environment.clock.after(delayMs, task);
  }
}
