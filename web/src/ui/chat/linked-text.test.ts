import { expect, test } from 'vitest';
import { linkedText } from './linked-text.ts';

const page = { text: 'https://calls.example/a', href: 'https://calls.example/a' };

function addressesIn(text: string) {
  return linkedText(text).flatMap((piece) => (piece.href === undefined ? [] : [piece.text]));
}

test('a text without an address is one piece, and an empty one is none', () => {
  expect(linkedText('see you\nthere')).toEqual([{ text: 'see you\nthere' }]);
  expect(linkedText('')).toEqual([]);
});

test('an address is cut out of what stands around it', () => {
  expect(linkedText('look: https://calls.example/a and\nhttp://b.example')).toEqual([
    { text: 'look: ' },
    page,
    { text: ' and\n' },
    { text: 'http://b.example', href: 'http://b.example/' },
  ]);
});

test('what is shown is what was written, however it is spelled where it leads', () => {
  expect(linkedText('HTTPS://Calls.Example:443/ü?q=é#ß')).toEqual([
    {
      text: 'HTTPS://Calls.Example:443/ü?q=é#ß',
      href: 'https://calls.example/%C3%BC?q=%C3%A9#%C3%9F',
    },
  ]);
});

test.each([
  ['.'],
  [','],
  ['!?'],
  ['…'],
  ['»'],
  ['。'],
  ["'"],
  ['*'],
  [')'],
  ['].'],
  ['('],
  [').)'],
  ['"'],
  ['>'],
  ['\\'],
])('%j behind an address is not of it', (tail) => {
  expect(linkedText(page.text + tail)).toEqual([page, { text: tail }]);
});

test.each([
  'https://calls.example/Call_(talk)',
  'https://calls.example/a[1]',
  'https://calls.example/a,b.c',
  'https://calls.example/',
  'https://calls.example/a-',
  'https://calls.example:8443/?a=b&c=',
  'http://192.0.2.1/a',
  'http://[2001:db8::1]/a',
  'http://localhost:8787',
  'https://xn--bcher-kva.example/',
])('%s is taken whole, brackets and all', (address) => {
  expect(addressesIn(`(${address}).`)).toEqual([address]);
});

test.each([
  ['a scheme of another kind', 'javascript:alert(1) data:text/html,x vbscript:x ftp://a.example'],
  ['no host', 'http:// https://. https:///a http://?a'],
  ['no slashes', 'https:calls.example https:/calls.example'],
  ['a user name', 'https://bank.example@evil.example/ https://me:secret@calls.example/'],
  ['letters of another alphabet', 'https://раураl.example/ https://bücher.example/'],
  ['letters that browsers take for others', 'https://ｃalls.example/ https://calls。example/'],
  ['a host in disguise', 'http://3221225985/ http://0x7f.1/ https://calls%2eexample/'],
  ['a port that there is not', 'https://calls.example:65536/'],
  ['a scheme inside a word', 'xhttps://calls.example'],
])('%s makes no link', (_, text) => {
  expect(linkedText(text)).toEqual([{ text }]);
});

test('an address behind what is none is found', () => {
  expect(addressesIn('javascript:https://calls.example/a')).toEqual([page.text]);
});

test('the longest message of brackets is cut in no time', () => {
  const text = `https://a.example/${'('.repeat(2_000)}${')'.repeat(2_000)}`;
  expect(addressesIn(text)).toEqual([text]);
  expect(addressesIn(`https://a.example/${')'.repeat(100_000)}`)).toEqual(['https://a.example/']);
});
