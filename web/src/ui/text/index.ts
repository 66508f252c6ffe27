// The language the screen speaks. Whatever reads `text` while it is drawn is drawn anew when the language changes. What
// parts say that are loaded late is no part of it, and of the first load: see late-text.ts.
import { computed, signal } from '@preact/signals';
import type { LanguageCode } from '../../state/language.ts';
import { en } from './en/en.ts';
import type { Language } from './language.ts';

export type { Language } from './language.ts';

// English is there from the start; of the others, whoever needs one waits for its file.
const loaders: Record<LanguageCode, () => Promise<Language>> = {
  en: () => Promise.resolve(en),
  zh: async () => (await import('./zh/zh.ts')).zh,
};

const spoken = signal<{ readonly code: LanguageCode; readonly sentences: Language }>({
  code: 'en',
  sentences: en,
});
const chosen = signal<LanguageCode | undefined>(undefined);
let wanted: LanguageCode = 'en';
const followers = new Set<(code: LanguageCode) => Promise<void>>();

export const text: Language = new Proxy(en, {
  get: (_english, key) => Reflect.get(spoken.value.sentences, key),
});

export const language = computed(() => spoken.value.code);

/** What the person chose since the page came, for whoever remembers it. */
export const chosenLanguage = computed(() => chosen.value);

/** Resolves when the screen speaks it, to true; to false when it can't be loaded, or another one was asked for since. */
export async function speak(code: LanguageCode): Promise<boolean> {
  wanted = code;
  try {
    const others = Array.from(followers, (load) => load(code));
    const [sentences] = await Promise.all([loaders[code](), ...others]);
    if (wanted === code) spoken.value = { code, sentences };
  } catch {
    return false; // The screen goes on in the language it has.
  }
  return wanted === code;
}

/**
 * Has more sentences loaded before the screen speaks another language, so that none of it stays behind. Gives the language
 * that has been asked for by now, which may be on its way without them.
 */
export function follow(load: (code: LanguageCode) => Promise<void>): LanguageCode {
  followers.add(load);
  return wanted;
}

export async function chooseLanguage(code: LanguageCode): Promise<void> {
  if (await speak(code)) chosen.value = code;
}
