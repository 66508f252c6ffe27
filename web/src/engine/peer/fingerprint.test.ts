import { expect, test } from 'vitest';
import { fingerprintOf, unclear } from './fingerprint.ts';

const hex = Array.from({ length: 32 }, (_, index) => (160 + index).toString(16)).join(':');
const own = `a=fingerprint:sha-256 ${hex}`;
const other = own.replace('a0', 'ff');

test('[S5] a description announces one certificate, in as many sections as it likes', () => {
  expect(
    fingerprintOf(
      [
        'v=0',
        own,
        'm=audio',
        own.toUpperCase().replace('A=FINGERPRINT:SHA', 'a=fingerprint:sha'),
        '',
      ].join('\r\n'),
    ),
  ).toBe(hex.toUpperCase());
  expect(fingerprintOf('v=0\r\nm=audio\r\n')).toBeUndefined();
});

test.each([
  ['two certificates', `${own}\r\n${other}`],
  ['another digest beside it', `${own}\r\na=fingerprint:sha-512 ${hex}:${hex}`],
  ['another digest in its place', `a=fingerprint:sha-1 ${hex}`],
  ['the line written otherwise', `${own}\r\n A = Fingerprint:SHA-256  ${hex.replace('a0', 'ff')}`],
  ['something behind it', `${own} ${hex}`],
  ['half of it', own.slice(0, -3)],
])('[S5] a description with %s is unclear', (_what, sdp) => {
  expect(fingerprintOf(`v=0\r\n${sdp}\r\n`)).toBe(unclear);
});

test('[S5] a line is what SDP calls one', () => {
  expect(fingerprintOf(`s=x\u2028${other}\r\n${own}\r\n`)).toBe(hex.toUpperCase());
});
