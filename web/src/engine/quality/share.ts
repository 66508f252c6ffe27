// Divides what there is among those who want some: whoever wants little gets it, the others get equal parts of the rest
// (max-min fairness).

/** What each gets, in the order of `wants`; never more than it wants. */
export function share(total: number, wants: readonly number[]): number[] {
  const parts = wants.map(() => 0);
  const smallestFirst = wants
    .map((_, index) => index)
    .toSorted((a, b) => at(wants, a) - at(wants, b));
  let left = Math.max(0, total);
  for (const [served, index] of smallestFirst.entries()) {
    const part = Math.min(at(wants, index), left / (wants.length - served));
    parts[index] = part;
    left -= part;
  }
  return parts;
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0;
}
