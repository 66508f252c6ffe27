import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accentStyles, manifestOf, markFor, pageOf, pictures } from './brand-files.ts';
import { type Brand, decodeBrand } from './brand.ts';

function brand(variables: Record<string, string>): Brand {
  const decoded = decodeBrand(variables);
  if (!decoded.ok) throw new Error(decoded.problems.join('\n'));
  return decoded.brand;
}

const icons = (variables: Record<string, string>): string[] =>
  JSON.parse(manifestOf(brand(variables))).icons.map(({ src }: { src: string }) => src);

test('the manifest speaks of the app by its name, in its language', () => {
  expect(
    JSON.parse(manifestOf(brand({ APP_NAME: 'Murmur "1"', APP_LANGUAGE: 'zh' }))),
  ).toMatchObject({
    name: 'Murmur "1"',
    short_name: 'Murmur "1"',
    lang: 'zh-CN',
    description: expect.stringMatching(/^\p{Script=Han}/u),
    start_url: '/',
    display: 'standalone',
  });
});

test('our mark comes as pictures too, and a logo or another colour as an SVG alone', () => {
  expect(icons({ APP_NAME: 'Murmur' })).toEqual([
    '/icon.svg',
    '/icon-192.png',
    '/icon-512.png',
    '/icon-maskable-512.png',
  ]);
  expect(icons({ APP_LOGO: 'logo.svg' })).toEqual(['/icon.svg']);
  expect(icons({ APP_ACCENT: '#5b5bd6' })).toEqual(['/icon.svg']);
});

test('every picture that is named is there, in the size that is said', () => {
  const { icons: named } = JSON.parse(manifestOf(brand({})));
  const sizes = pictures.map((name) => {
    const file = readFileSync(new URL(`icons/${name}`, import.meta.url));
    // Width and height, where a PNG has them.
    return [`/${name}`, `${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`];
  });
  expect(sizes).toEqual([
    ['/apple-touch-icon.png', '180x180'],
    ...named.slice(1).map((icon: { src: string; sizes: string }) => [icon.src, icon.sizes]),
  ]);
});

test('our mark takes on the accent', () => {
  const mark = readFileSync(new URL('icons/icon.svg', import.meta.url), 'utf8');
  expect(markFor(brand({}), mark)).toBe(mark);
  expect(markFor(brand({ APP_ACCENT: '#5b5bd6' }), mark)).toContain('fill="#5b5bd6"');
});

test('every colour of the accent is one that the style sheet has', () => {
  const { accent } = brand({ APP_ACCENT: '#5b5bd6' });
  const names = [...accentStyles(accent ?? expect.fail()).matchAll(/--[\w-]+(?=:)/g)].map(String);
  const tokens = readFileSync(new URL('src/ui/tokens.css', import.meta.url), 'utf8');
  expect(names).toHaveLength(4);
  for (const name of names) expect(tokens).toContain(`${name}: light-dark(`);
});

test('the page is filled in, and a name is text in it and nothing else', () => {
  const page = readFileSync(new URL('index.html', import.meta.url), 'utf8');
  const filled = pageOf(page, brand({ APP_NAME: '<b>"A" & B', APP_LANGUAGE: 'zh' }));
  expect(filled).not.toContain('%APP_');
  expect(filled).toContain('<html lang="zh-CN">');
  expect(filled).toContain('<title>&lt;b>&quot;A&quot; &amp; B</title>');
});
