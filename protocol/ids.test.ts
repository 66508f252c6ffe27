import { expect, test } from 'vitest';
import { crockford, formatRoomCode, parseRoomCode, peerIdFrom } from './ids.ts';

test('a code is read in any case, with or without hyphens and spaces', () => {
  for (const written of ['7k3m9qpx02ab', '7K3M-9QPX-02AB', ' 7k3m 9qpx 02ab ']) {
    expect(parseRoomCode(written)).toBe('7k3m9qpx02ab');
  }
});

test('look-alikes are folded to the digits they look like', () => {
  expect(parseRoomCode('OOoo-IIii-LLll')).toBe('000011111111');
});

test.each([
  '',
  '7k3m-9qpx-02a',
  '7k3m-9qpx-02abc',
  '7k3m-9qpx-02au',
  '7k3m/9qpx/02ab',
  'ⅶk3m9qpx02ab',
])('%j is not a code', (text) => {
  expect(parseRoomCode(text)).toBeUndefined();
});

test('a formatted code is read back as itself', () => {
  const code = parseRoomCode('7k3m9qpx02ab');
  if (!code) throw new Error('the code above is well-formed');
  expect(formatRoomCode(code)).toBe('7k3m-9qpx-02ab');
  expect(parseRoomCode(formatRoomCode(code))).toBe(code);
});

test('every character of the alphabet is equally likely', () => {
  const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);
  const counts = Map.groupBy(crockford(everyByte), (character) => character);
  expect(counts.size).toBe(32);
  for (const characters of counts.values()) expect(characters).toHaveLength(8);
});

test('a peer id takes sixteen bytes', () => {
  expect(peerIdFrom(new Uint8Array(16))).toBe('0000000000000000');
  expect(() => peerIdFrom(new Uint8Array(8))).toThrow(RangeError);
});
