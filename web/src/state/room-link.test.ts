import { expect, test } from 'vitest';
import { readLink, writeLink } from './room-link.ts';

const code = '7k3m9qpx02ab';
const key = 'AAECAwQFBgcICQoLDA0ODw';

test.each([
  ['7k3m-9qpx-02ab'],
  ['7K3M9QPX02AB'],
  [' 7k3m 9qpx o2ab '],
  ['https://earshot.test/7k3m-9qpx-02ab'],
  ['https://earshot.test/7k3m-9qpx-02ab?utm=x'],
  ['https://earshot.test/7k3m-9qpx-02ab#'],
  ['earshot.test/7k3m-9qpx-02ab'],
  ['https://earshot.test/7k3m-9qpx-02ab/'],
  ['/7k3m-9qpx-02ab/?a=b'],
  ['Join me: https://earshot.test/7k3m-9qpx-02ab.'],
  ['<7k3m–9qpx–02ab>'],
])('%j is read as the code of an open room', (text) => {
  expect(readLink(text)).toEqual({ code, key: undefined });
});

test.each([
  [`https://earshot.test/7k3m-9qpx-02ab#${key}`],
  [`/7k3m-9qpx-02ab#${key}`],
  [`7k3m9qpx02ab#${key}`],
  [`Join me: https://earshot.test/7K3M-9QPX-02AB?utm=x#${key}. At noon!`],
  [`<https://earshot.test/7k3m-9qpx-02ab#${key}>`],
])('%j is read with its key', (text) => {
  expect(readLink(text)).toEqual({ code, key });
});

test.each([
  [''],
  ['nonsense'],
  ['https://earshot.test/'],
  ['https://'],
  ['7k3m-9qpx'],
  [`#${key}`],
  [`/7k3m-9qpx-02ab#${key.slice(0, -1)}`],
  [`/7k3m-9qpx-02ab#${key}x`],
  ['/7k3m-9qpx-02ab#top'],
])('%j is no link', (text) => {
  expect(readLink(text)).toBeUndefined();
});

test('a link is read as it was written', () => {
  for (const address of ['/7k3m-9qpx-02ab', `/7k3m-9qpx-02ab#${key}`]) {
    const link = readLink(address);
    expect(link && writeLink(link)).toBe(address);
  }
});
