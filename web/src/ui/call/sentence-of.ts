// What happened, in words.
import type { Note } from '../../state/news-model.ts';
import { nameInSentence } from '../parts/shown-name.ts';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';

export function sentenceOf({ kind, name }: Note['happening']): string {
  return callText().view.notes[kind](nameInSentence(name) || text.guest);
}
