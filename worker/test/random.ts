// Chance that can be played again.
export type Random = (limit: number) => number;

/** Mulberry32: a number below `limit`, the same for the same seed. */
export function createRandom(start: number): Random {
  let state = start;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
