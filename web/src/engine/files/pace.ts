// How fast something goes, over the last few seconds.

/** Long enough not to flicker, short enough to follow a network that changes. */
const spanMs = 4_000;

interface Reading {
  readonly atMs: number;
  readonly bytes: number;
}

export class Pace {
  #readings: readonly Reading[] = [];

  /** `bytes` in all are there now; what there was before a rest does not count. */
  read(reading: Reading): void {
    const recent = this.#readings.filter(({ atMs }) => reading.atMs - atMs <= spanMs);
    this.#readings = [...recent, reading];
  }

  reset(): void {
    this.#readings = [];
  }

  /** Undefined as long as nothing can be said; 0 when nothing has come for a while. */
  bytesPerSecond(nowMs: number): number | undefined {
    const [first] = this.#readings;
    const last = this.#readings.at(-1);
    if (!first || !last || nowMs <= first.atMs) return undefined;
    if (nowMs - last.atMs > spanMs) return 0;
    if (first === last) return undefined;
    return ((last.bytes - first.bytes) * 1_000) / (nowMs - first.atMs);
  }
}
