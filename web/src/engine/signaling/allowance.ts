// How much this side may send through the relay: half of the room's own limit, so that it is never reached.
import { floodBurstFrames, floodRefillPerSecond } from '../../../../protocol/limits.ts';
import type { Clock } from '../environment.ts';

const burst = floodBurstFrames / 2;
const refillPerSecond = floodRefillPerSecond / 2;

export class Allowance {
  readonly #clock: Clock;
  #left = burst;
  #atMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#atMs = clock.now();
  }

  /** Takes one frame's worth; false when there is none left for now. */
  take(): boolean {
    const nowMs = this.#clock.now();
    const refilled = ((nowMs - this.#atMs) / 1000) * refillPerSecond;
    this.#left = Math.min(burst, this.#left + refilled);
    this.#atMs = nowMs;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
