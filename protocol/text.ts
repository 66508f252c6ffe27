// What people write, as it may be shown to others: nothing in it that is not seen, or that turns its surroundings around.

/**
 * Line breaks and tabs are kept, and so are the joiners of emoji and of Persian and Indic writing (U+200C, U+200D). Gone
 * are the other control characters, the marks, embeddings, overrides and isolates of direction (Unicode Bidirectional
 * Algorithm, section 2), invisible operators, and byte order marks.
 */
const unseen =
  /[[\p{Cc}\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]--[\t\n]]/gv;

/** A text of several lines. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?|[\u2028\u2029\x85]/g, '\n').replaceAll(unseen, '');
}

/** A text of one line, with no space around it. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim();
}
