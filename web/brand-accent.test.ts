import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accentColours, pageColours, readableContrast } from './brand-accent.ts';
import { contrast, toOklch } from './brand-colour.ts';
import { defaultAccent } from './brand.ts';

const tokens = readFileSync(new URL('src/ui/tokens.css', import.meta.url), 'utf8');

/** A colour of tokens.css, for light and for dark pages. */
function token(name: string): string[] {
  const [, light = '', dark = ''] =
    new RegExp(`--colour-${name}: light-dark\\((#\\w+), (#\\w+)\\);`).exec(tokens) ?? [];
  return [light, dark];
}

/** A step of 17 in each channel: 4,096 colours. */
const steps = Array.from({ length: 16 }, (_, step) => (step * 17).toString(16).padStart(2, '0'));
const everyColour = steps.flatMap((red) =>
  steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)),
);

test('the pages it reckons with are those of the style sheet', () => {
  expect(token('page')).toEqual([pageColours.light.page, pageColours.dark.page]);
  expect(token('surface')).toEqual([pageColours.light.surface, pageColours.dark.surface]);
  expect(token('accent')[0]).toBe(defaultAccent);
});

test('whatever is accepted can be read on every page, and read upon', () => {
  const [quietOnLight = '', quietOnDark = ''] = token('text-quiet');
  const accepted = everyColour.flatMap((hex) => accentColours(hex) ?? []);
  const unreadable = accepted.filter((colours) => {
    const { accent, own, 'accent-hover': hover, 'on-accent': on } = colours;
    const pairs = [
      [accent[0], pageColours.light.page],
      [accent[0], pageColours.light.surface],
      [accent[1], pageColours.dark.page],
      [accent[1], pageColours.dark.surface],
      [accent[0], on[0]],
      [accent[1], on[1]],
      [hover[0], on[0]],
      [hover[1], on[1]],
      [own[0], quietOnLight],
      [own[1], quietOnDark],
    ] as const;
    return pairs.some(([one, other]) => contrast(one, other) < readableContrast);
  });
  expect(unreadable).toEqual([]);
  expect(accepted.length).toBeGreaterThan(everyColour.length / 2);
});

test('one that can be read as it is stays as it is', () => {
  expect(accentColours('#5b5bd6')?.accent[0]).toBe('#5b5bd6');
  expect(accentColours('#a4d65e')?.accent[1]).toBe('#a4d65e');
});

test('one that is too light is made darker, and keeps its hue', () => {
  const [light = ''] = accentColours('#ff6600')?.accent ?? [];
  expect(toOklch(light).lightness).toBeLessThan(toOklch('#ff6600').lightness);
  expect(toOklch(light).hue).toBeCloseTo(toOklch('#ff6600').hue, 1);
});

test('a button looks different under the pointer, even a black one', () => {
  for (const hex of ['#000000', '#5b5bd6', '#ff6600']) {
    const { accent, 'accent-hover': hover } = accentColours(hex) ?? {};
    expect(contrast(accent?.[0] ?? '', hover?.[0] ?? '')).toBeGreaterThan(1.15);
    expect(contrast(accent?.[1] ?? '', hover?.[1] ?? '')).toBeGreaterThan(1.1);
  }
});

test.each(['#ffffff', '#ffee00', '#00ffff', '#f0f0f0'])(
  '%s is too light to be made readable',
  (hex) => {
    expect(accentColours(hex)).toBeUndefined();
  },
);
