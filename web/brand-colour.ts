// Colours as the eye has them: how light, how strong, of which hue (OKLCH, CSS Color 4, section 9), and how well one
// is read on another (WCAG 2.2, 1.4.3).

export interface Oklch {
  /** 0, black, to 1, white. */
  readonly lightness: number;
  /** 0, grey, to about 0.37. */
  readonly chroma: number;
  /** In radians. */
  readonly hue: number;
}

type Triple = readonly [number, number, number];

/** `hex` is #rrggbb. */
export function toOklch(hex: string): Oklch {
  const [red, green, blue] = linearLight(hex);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

/** The nearest colour of that lightness and hue that screens have, as #rrggbb. */
export function toHex({ lightness, chroma, hue }: Oklch): string {
  const step = 0.002;
  let strength = chroma;
  let channels = toLinearLight({ lightness, chroma, hue });
  while (!channels.every(isOnScreen) && strength > 0) {
    strength = Math.max(0, strength - step);
    channels = toLinearLight({ lightness, chroma: strength, hue });
  }
  return `#${channels.map(toHexByte).join('')}`;
}

/** 1, the same, to 21, black on white. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = linearLight(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linearLight(hex: string): Triple {
  const channel = (index: number) => {
    const value = Number.parseInt(hex.slice(index, index + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function toLinearLight({ lightness, chroma, hue }: Oklch): Triple {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function isOnScreen(channel: number): boolean {
  const rounding = 1e-4;
  return channel >= -rounding && channel <= 1 + rounding;
}

function toHexByte(channel: number): string {
  const light = Math.min(1, Math.max(0, channel));
  const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, '0');
}
