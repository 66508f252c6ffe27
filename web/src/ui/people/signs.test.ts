import { expect, test } from 'vitest';
import { signNames } from '../text/en/signs.ts';
import { signs } from './signs.ts';

const names = signs.map((sign) => signNames[sign]);

test('[S6] there are 64 signs, no two the same', () => {
  expect(signs).toHaveLength(64);
  expect(new Set(signs).size).toBe(64);
});

test('[S6] the order of the signs is agreed on for good', () => {
  const digest = signs.reduce(
    (sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003,
    0,
  );
  expect(digest).toBe(268_418);
});

test.each(signs)('%s is one code point, and a picture wherever it is shown', (sign) => {
  expect(sign).toMatch(/^\p{Emoji_Presentation}$/u);
});

test('every sign has a name of one word, and no two have the same', () => {
  for (const name of names) expect(name).toMatch(/^[A-Z][a-z]+$/);
  expect(new Set(names).size).toBe(64);
});

test('no two names differ in a single letter, which would not be heard', () => {
  const close = names.flatMap((name, index) =>
    names.slice(index + 1).flatMap((other) => (isClose(name, other) ? [`${name}, ${other}`] : [])),
  );
  expect(close).toEqual([]);
});

/** Whether one letter that is changed, added or left out makes one of the other. */
function isClose(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const start = Array.from(short).findIndex((letter, index) => letter !== long[index]);
  const from = start === -1 ? short.length : start;
  return [from, from + 1].some((next) => short.slice(next) === long.slice(from + 1));
}
