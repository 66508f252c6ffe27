// The one or two letters that stand for a name.
import { isVisible, shownName } from './shown-name.ts';

/** What a reader takes for one letter can be many code points: a flag, or a letter with its accents. */
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** First letters of the first and the last word, in capitals; empty for an empty name. */
export function initials(name: string): string {
  const words = shownName(name).split(/\s+/).filter(isVisible);
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return ends
    .map((word) => firstLetter(word ?? ''))
    .join('')
    .toLocaleUpperCase();
}

function firstLetter(word: string): string {
  const letters = Array.from(graphemes.segment(word), ({ segment }) => segment);
  return letters.find(isVisible) ?? '';
}
