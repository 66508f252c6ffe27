import { expect, test } from 'vitest';
import { pickLanguage } from './language.ts';

test.each([
  [['zh-CN', 'en'], 'zh'],
  [['zh-Hant-TW'], 'zh'],
  [['ZH'], 'zh'],
  [['en-US', 'zh-CN'], 'en'],
  [['de', 'fr-FR', 'zh-HK', 'en'], 'zh'],
] as const)(
  'a browser that asks for %j is spoken to in the first that there is: %s',
  (asked, code) => {
    expect(pickLanguage({ chosen: undefined, asked, fallback: 'en' })).toBe(code);
  },
);

test('what the person chose comes before what their browser asks for', () => {
  expect(pickLanguage({ chosen: 'en', asked: ['zh-CN'], fallback: 'zh' })).toBe('en');
});

test.each([[[]], [['de', 'fr']], [['zha', 'eng']]])(
  'a browser that asks for %j is spoken to as the operator set',
  (asked) => {
    expect(pickLanguage({ chosen: undefined, asked, fallback: 'zh' })).toBe('zh');
    expect(pickLanguage({ chosen: undefined, asked, fallback: 'en' })).toBe('en');
  },
);
