// What happened, in words.
import type { Note } from '../../state/news-model.ts';
import { nameInSentence } from '../parts/shown-name.ts';
import type { Language } from '../text/language.ts';

export function sentenceOf(
  { kind, name }: Note['happening'],
  text: Pick<Language, 'view' | 'guest'>,
): string {
  return text.view.notes[kind](nameInSentence(name) || text.guest);
}
