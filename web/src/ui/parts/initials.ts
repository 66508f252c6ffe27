// The one or two letters that stand for a name.

/** First letters of the first and the last word, in capitals; empty for an empty name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  // By code point, so that a name that begins with an emoji is not cut in half.
  return ends
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
