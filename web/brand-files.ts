// What the build writes of a brand: into the page, its style sheet, the manifest of the installed app, and the mark.
import { type LanguageCode, languageTags } from './src/state/language.ts';
import { type AccentColours, pageColours } from './brand-accent.ts';
import { type Brand, defaultAccent } from './brand.ts';

/** What is said outside the page’s own texts: to search engines, to app lists, and where no script runs, or none comes. */
interface Words {
  readonly description: string;
  readonly needsScript: (name: string) => string;
  readonly notLoaded: (name: string) => string;
}

const words: Record<LanguageCode, Words> = {
  en: {
    description: 'Video calls that start with a link. No account, nothing to install.',
    needsScript: (name) => `${name} needs JavaScript: the call itself runs in this page.`,
    notLoaded: (name) =>
      `${name} has not loaded yet. If this stays, check your connection and reload the page.`,
  },
  zh: {
    description: '一个链接，即刻视频通话。无需注册，无需安装。',
    needsScript: (name) => `${name} 需要 JavaScript：通话就在本页中进行。`,
    notLoaded: (name) => `${name} 尚未加载完成。如果一直这样，请检查网络，然后刷新页面。`,
  },
};

/** Where browsers find the mark. */
export const iconPath = '/icon.svg';
export const manifestPath = '/manifest.webmanifest';

/** Pictures of our mark in our colours (web/icons), for whatever takes no SVG. A brand of its own has its SVG alone. */
export const touchIcon = 'apple-touch-icon.png';
const manifestPictures = [
  { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
  { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];
export const pictures = [touchIcon, ...manifestPictures.map(({ src }) => src.slice(1))];

export function hasOurMark({ logoPath, accent }: Brand): boolean {
  return logoPath === undefined && accent === undefined;
}

/** Our mark, in the accent of the brand. */
export function markFor({ accent }: Brand, ourMark: string): string {
  return accent ? ourMark.replaceAll(defaultAccent, accent.accent[0]) : ourMark;
}

export function manifestOf(brand: Brand): string {
  const manifest = {
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    name: brand.name,
    short_name: brand.name,
    description: words[brand.language].description,
    lang: languageTags[brand.language],
    background_color: pageColours.light.page,
    theme_color: pageColours.light.page,
    icons: [
      { src: iconPath, sizes: 'any', type: 'image/svg+xml' },
      ...(hasOurMark(brand) ? manifestPictures : []),
    ],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Follows src/ui/tokens.css, over whose values it goes. */
export function accentStyles(accent: AccentColours): string {
  const tokens = Object.entries(accent).map(
    ([name, [light, dark]]) => `  --colour-${name}: light-dark(${light}, ${dark});\n`,
  );
  return `\n:root {\n${tokens.join('')}}\n`;
}

/** Fills in index.html. */
export function pageOf(html: string, { name, language }: Brand): string {
  const { description, needsScript, notLoaded } = words[language];
  const values: Record<string, string> = {
    '%APP_LANGUAGE%': languageTags[language],
    '%APP_NAME%': name,
    '%APP_DESCRIPTION%': description,
    '%APP_NEEDS_SCRIPT%': needsScript(name),
    '%APP_NOT_LOADED%': notLoaded(name),
  };
  return html.replaceAll(/%APP_[A-Z_]+%/g, (place) => escaped(values[place] ?? place));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
