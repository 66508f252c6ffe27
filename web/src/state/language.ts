// The languages there are, and the rule by which the page picks one for a person.

export const languageCodes = ['en', 'zh'] as const;
export type LanguageCode = (typeof languageCodes)[number];

/** As `lang` attributes have them (BCP 47); fonts and screen readers go by these. */
export const languageTags: Readonly<Record<LanguageCode, string>> = { en: 'en', zh: 'zh-CN' };

export interface LanguageWishes {
  /** What the person chose on this page. */
  readonly chosen: LanguageCode | undefined;
  /** What their browser asks for, best first, as `navigator.languages` has it. */
  readonly asked: readonly string[];
  /** What the operator set for everyone else. */
  readonly fallback: LanguageCode;
}

export function pickLanguage({ chosen, asked, fallback }: LanguageWishes): LanguageCode {
  if (chosen) return chosen;
  for (const tag of asked) {
    const [primary] = tag.toLowerCase().split('-');
    const known = languageCodes.find((code) => code === primary);
    if (known) return known;
  }
  return fallback;
}
