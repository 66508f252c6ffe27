// Sentences of a part whose code is loaded late: they come with it, and change with the language of the screen.
import { signal } from '@preact/signals';
import type { LanguageCode } from '../../state/language.ts';
import { follow, language } from './index.ts';

export interface LateText<Sentences> {
  /** The sentences as the screen speaks now. Whatever reads them while it is drawn is drawn anew in another language. */
  readonly read: () => Sentences;
  /** To be waited for before they are read. Rejects if they can't be had; then it may be tried again. */
  readonly load: () => Promise<void>;
  /** Loads a part together with them: for whatever reads them while it is drawn. */
  readonly beside: <Part>(part: Promise<Part>) => Promise<Part>;
}

export function lateText<Sentences>(
  loaders: Readonly<Record<LanguageCode, () => Promise<Sentences>>>,
): LateText<Sentences> {
  const known = signal<ReadonlyMap<LanguageCode, Sentences>>(new Map());

  async function loadIn(code: LanguageCode): Promise<void> {
    if (known.peek().has(code)) return;
    const sentences = await loaders[code]();
    known.value = new Map([...known.peek(), [code, sentences]]);
  }
  async function load(): Promise<void> {
    const codes = new Set([language.peek(), follow(loadIn)]);
    await Promise.all(Array.from(codes, loadIn));
  }
  return {
    read: () => {
      const sentences = known.value.get(language.value);
      if (!sentences) throw new Error('a part is drawn when its sentences have been loaded');
      return sentences;
    },
    load,
    beside: async (part) => {
      const loading = load();
      // Whoever tries again when one has failed would share in the other, which is about to fail.
      await Promise.allSettled([part, loading]);
      await loading;
      return part;
    },
  };
}
