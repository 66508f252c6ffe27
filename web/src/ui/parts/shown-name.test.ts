import { expect, test } from 'vitest';
import { nameInSentence, shownName } from './shown-name.ts';

test.each([
  ['spaces', '  \u00a0\u3000'],
  ['zero width characters', '\u200b\u200c\u200d\u2060\ufeff'],
  ['bidi controls', '\u202e\u2067\u200f'],
  ['letters that draw nothing', '\u3164\u115f\u2800\u00ad'],
  ['control characters', '\u0000\u0007\u001b'],
])('a name made only of %s is no name', (_, name) => {
  expect(shownName(name)).toBe('');
});

test('bidi controls can not turn the text around a name', () => {
  expect(shownName('\u202eAna\u2066 Ruiz\u200f')).toBe('Ana Ruiz');
});

test.each(['Ana', 'شیرین', 'नमस्ते', '李小龙', '👩\u200d👩\u200d👧', '🇨🇭'])(
  'the name "%s" stays whole',
  (name) => {
    expect(shownName(name)).toBe(name);
  },
);

test('a name written from right to left is kept apart from the sentence it stands in', () => {
  expect(nameInSentence('\u202eشیرین')).toBe('\u2068شیرین\u2069');
  expect(nameInSentence('Ana')).toBe('Ana');
  expect(nameInSentence('\u200f')).toBe('');
});
