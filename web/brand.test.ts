import { expect, test } from 'vitest';
import { decodeBrand } from './brand.ts';

const ours = { name: 'Earshot', logoPath: undefined, accent: undefined, language: 'en' };

test.each([
  {},
  { APP_NAME: '', APP_LOGO: ' ', APP_ACCENT: '', APP_LANGUAGE: '' },
  { APP_ACCENT: '#0B7A63' },
])('%j leaves everything as it comes', (variables) => {
  expect(decodeBrand(variables)).toEqual({ ok: true, brand: ours });
});

test('a brand of its own is taken as it is', () => {
  const decoded = decodeBrand({
    APP_NAME: ' 小声 & Co ',
    APP_LOGO: 'brand/logo.svg',
    APP_ACCENT: '#5B5BD6',
    APP_LANGUAGE: 'zh',
  });
  expect(decoded).toEqual({
    ok: true,
    brand: {
      name: '小声 & Co',
      logoPath: 'brand/logo.svg',
      accent: expect.objectContaining({ accent: ['#5b5bd6', expect.any(String)] }),
      language: 'zh',
    },
  });
});

const colour = 'it should be a colour such as #0b7a63.';
const path = 'it should be the path of an SVG file in this folder, such as brand/logo.svg.';

test.each([
  ['APP_NAME', 'a'.repeat(31), 'APP_NAME has 31 characters; it should have at most 30.'],
  ['APP_NAME', 'a\nb', String.raw`APP_NAME is "a\nb"; it should be one line of plain text.`],
  ['APP_NAME', 'a\u202eb', 'APP_NAME is "a\u202eb"; it should be one line of plain text.'],
  ['APP_LOGO', 'logo.png', `APP_LOGO is "logo.png"; ${path}`],
  ['APP_LOGO', '/etc/logo.svg', `APP_LOGO is "/etc/logo.svg"; ${path}`],
  ['APP_LOGO', 'a/../../logo.svg', `APP_LOGO is "a/../../logo.svg"; ${path}`],
  ['APP_LOGO', 'https://a.example/logo.svg', `APP_LOGO is "https://a.example/logo.svg"; ${path}`],
  ['APP_LOGO', String.raw`C:\logo.svg`, String.raw`APP_LOGO is "C:\logo.svg"; ${path}`],
  ['APP_ACCENT', 'blue', `APP_ACCENT is "blue"; ${colour}`],
  ['APP_ACCENT', '#fff', `APP_ACCENT is "#fff"; ${colour}`],
  ['APP_ACCENT', '#12345678', `APP_ACCENT is "#12345678"; ${colour}`],
  [
    'APP_ACCENT',
    '#FFEE00',
    'APP_ACCENT is "#FFEE00"; it should be a darker colour, for in this one nothing can be read on a light page.',
  ],
  ['APP_LANGUAGE', 'de', 'APP_LANGUAGE is "de"; it should be one of en, zh.'],
])('%s of %j is refused in one sentence', (variable, text, problem) => {
  expect(decodeBrand({ [variable]: text })).toEqual({ ok: false, problems: [problem] });
});

test('everything that is wrong is said at once', () => {
  const decoded = decodeBrand({ APP_LOGO: 'x', APP_ACCENT: 'x', APP_LANGUAGE: 'x', APP_NAME: 'x' });
  expect(decoded.ok ? [] : decoded.problems.map((problem) => problem.split(' ')[0])).toEqual([
    'APP_LOGO',
    'APP_ACCENT',
    'APP_LANGUAGE',
  ]);
});
