// What an operator makes of Earshot's looks: its name, its logo, its accent, the language it speaks by itself. Decoded
// before the page is built; the rest of web/ has no name or colour of its own beside it.
import { type LanguageCode, languageCodes } from './src/state/language.ts';
import { type AccentColours, accentColours } from './brand-accent.ts';

/** The names by which scripts/ and wrangler.toml know them. */
export const brandVariables = ['APP_NAME', 'APP_LOGO', 'APP_ACCENT', 'APP_LANGUAGE'] as const;

export const defaultAccent = '#0b7a63';
const defaultName = 'Earshot';
/** As much as two lines of a narrow phone take. */
const maxNameLength = 30;

export interface Brand {
  readonly name: string;
  /** Of an SVG file, from the checkout; undefined for our mark. */
  readonly logoPath: string | undefined;
  /** Undefined for ours, as src/ui/tokens.css has them. */
  readonly accent: AccentColours | undefined;
  readonly language: LanguageCode;
}

export type DecodedBrand =
  | { readonly ok: true; readonly brand: Brand }
  | { readonly ok: false; readonly problems: readonly string[] };

type Decoded<Value> = { readonly value: Value } | { readonly problem: string };

/** What is empty or absent is as it comes; each wrong value is named in one sentence. */
export function decodeBrand(variables: Readonly<Record<string, string | undefined>>): DecodedBrand {
  const [nameText, logoText, accentText, languageText] = brandVariables.map(
    (variable) => variables[variable]?.trim() ?? '',
  );
  const name = decodeName(nameText ?? '');
  const logoPath = decodeLogoPath(logoText ?? '');
  const accent = decodeAccent(accentText ?? '');
  const language = decodeLanguage(languageText ?? '');
  if ('value' in name && 'value' in logoPath && 'value' in accent && 'value' in language) {
    return {
      ok: true,
      brand: {
        name: name.value,
        logoPath: logoPath.value,
        accent: accent.value,
        language: language.value,
      },
    };
  }
  const all = [name, logoPath, accent, language];
  return { ok: false, problems: all.flatMap((each) => ('problem' in each ? each.problem : [])) };
}

function decodeName(text: string): Decoded<string> {
  if (text.length > maxNameLength) {
    return {
      problem: `APP_NAME has ${text.length} characters; it should have at most ${maxNameLength}.`,
    };
  }
  // Control characters, and those that turn the direction of what follows.
  if (/\p{C}/u.test(text)) {
    return { problem: `APP_NAME is ${JSON.stringify(text)}; it should be one line of plain text.` };
  }
  return { value: text || defaultName };
}

function decodeLogoPath(text: string): Decoded<string | undefined> {
  if (text === '') return { value: undefined };
  const steps = text.split('/');
  const isInside = !steps.includes('') && !steps.includes('..') && !/[\\:]/.test(text);
  if (isInside && text.toLowerCase().endsWith('.svg')) return { value: text };
  return {
    problem: `APP_LOGO is "${text}"; it should be the path of an SVG file in this folder, such as brand/logo.svg.`,
  };
}

function decodeAccent(text: string): Decoded<AccentColours | undefined> {
  const hex = text.toLowerCase();
  if (hex === '' || hex === defaultAccent) return { value: undefined };
  if (!/^#[\da-f]{6}$/.test(hex)) {
    return { problem: `APP_ACCENT is "${text}"; it should be a colour such as ${defaultAccent}.` };
  }
  const colours = accentColours(hex);
  if (colours) return { value: colours };
  return {
    problem: `APP_ACCENT is "${text}"; it should be a darker colour, for in this one nothing can be read on a light page.`,
  };
}

function decodeLanguage(text: string): Decoded<LanguageCode> {
  if (text === '') return { value: 'en' };
  const known = languageCodes.find((code) => code === text);
  if (known) return { value: known };
  return { problem: `APP_LANGUAGE is "${text}"; it should be one of ${languageCodes.join(', ')}.` };
}
