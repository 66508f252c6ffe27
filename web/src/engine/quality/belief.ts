// What is believed of something that each look may or may not show: one look lies, by chance or since it fell into a change.
// With a look every two seconds it is believed after four or six seconds, and given up after six that did not show it.

export interface Belief {
  readonly isHeld: boolean;
  /** From 0 to `most`. */
  readonly level: number;
}

export const doubt: Belief = { isHeld: false, level: 0 };

const most = 6;
const convincing = 4;
const fallsBy = 2;

/** How much a look that shows it counts. */
export const evidence = {
  /** Two of two looks must show it, or two of three. */
  quick: 3,
  /** Three of three, or four of five. */
  slow: 1.5,
} as const;

export function nextBelief(
  { isHeld, level }: Belief,
  isSeen: boolean,
  risesBy: number = evidence.quick,
): Belief {
  const next = isSeen ? Math.min(most, level + risesBy) : Math.max(0, level - fallsBy);
  return { level: next, isHeld: next >= convincing || (isHeld && next > 0) };
}
