// The accent's colours, made of the one that the operator chose: for light and for dark pages, each readable on the
// page and under what is written on it.
import { type Oklch, contrast, toHex, toOklch } from './brand-colour.ts';

/** WCAG 2.2, 1.4.3, level AA. */
export const readableContrast = 4.5;

/** What the accent stands on in src/ui/tokens.css: the page and its surfaces. */
export const pageColours = {
  light: { page: '#f6f8f7', surface: '#ffffff' },
  dark: { page: '#0d1110', surface: '#161b19' },
};

/** Each for light and for dark pages, as #rrggbb; named as in src/ui/tokens.css. */
export interface AccentColours {
  readonly accent: LightDark;
  readonly 'accent-hover': LightDark;
  readonly 'on-accent': LightDark;
  readonly own: LightDark;
}
type LightDark = readonly [light: string, dark: string];

/** More than that, and nobody would know the colour again. */
const maxDarkening = 0.3;
const darkening = 0.005;
/** Light enough on a dark page, and still a colour. */
const lightnessOnDark = 0.79;

/** Undefined when it takes a colour nobody would take for `hex` to be read on a light page. */
export function accentColours(hex: string): AccentColours | undefined {
  const given = toOklch(hex);
  let light = given;
  while (contrast(hexOf(light, given, hex), pageColours.light.page) < readableContrast) {
    light = lightened(light, -darkening);
    if (given.lightness - light.lightness > maxDarkening) return undefined;
  }
  const dark = { ...given, lightness: Math.max(given.lightness, lightnessOnDark) };
  return {
    accent: [hexOf(light, given, hex), hexOf(dark, given, hex)],
    'accent-hover': [toHex(lightened(light, hoverStep(light))), toHex(lightened(dark, 0.05))],
    'on-accent': ['#ffffff', toHex(tinted(given, { lightness: 0.24, maxChroma: 0.04 }))],
    own: [
      toHex(tinted(given, { lightness: 0.935, maxChroma: 0.03 })),
      toHex(tinted(given, { lightness: 0.35, maxChroma: 0.05 })),
    ],
  };
}

/** Exactly as it was given where nothing was changed. */
function hexOf(colour: Oklch, given: Oklch, hex: string): string {
  return colour.lightness === given.lightness ? hex : toHex(colour);
}

function lightened(colour: Oklch, by: number): Oklch {
  return { ...colour, lightness: Math.min(1, Math.max(0, colour.lightness + by)) };
}

/** Darker under the pointer; what is nearly black can’t be. */
function hoverStep({ lightness }: Oklch): number {
  return lightness > 0.25 ? -0.07 : 0.2;
}

function tinted(
  { chroma, hue }: Oklch,
  { lightness, maxChroma }: { readonly lightness: number; readonly maxChroma: number },
): Oklch {
  return { lightness, chroma: Math.min(chroma, maxChroma), hue };
}
