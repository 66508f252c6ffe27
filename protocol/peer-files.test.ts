import * as v from 'valibot';
import { expect, test } from 'vitest';
import { FileEnd, FileOffer, maxOffersPerMessage } from './peer-files.ts';

const file = { transfer: 1, name: 'a.txt', size: 10, mediaType: 'text/plain' };
const offer = (...files: object[]) => v.safeParse(FileOffer, { type: 'file-offer', files });

test.each([
  ['report.pdf', 'report.pdf'],
  ['照片 1.png', '照片 1.png'],
  ['../../etc/passwd', '_.._etc_passwd'],
  [String.raw`C:\Windows\system.ini`, 'C__Windows_system.ini'],
  ['.bashrc', 'bashrc'],
  ['gpj.\u202Eexe', 'gpj.exe'],
  ['a\nb\0c', 'a bc'],
  ['...', ''],
])('[F10] a file called %j is offered as %j', (name, cleaned) => {
  expect(offer({ ...file, name }).output).toMatchObject({ files: [{ name: cleaned }] });
});

test.each([
  ['a size below nothing', { size: -1 }],
  ['half a byte', { size: 0.5 }],
  ['more pieces than 32 bits count', { size: 2 ** 52 + 1 }],
  ['a number that no frame holds', { transfer: 2 ** 32 }],
  ['a name longer than any', { name: 'x'.repeat(256) }],
])('[F1] %s is not taken for an offer', (_, wrong) => {
  expect(offer({ ...file, ...wrong }).success).toBe(false);
});

test('[F1] an offer is never longer than a letter may be', () => {
  const files = Array.from({ length: maxOffersPerMessage }, () => ({
    ...file,
    name: '档'.repeat(255),
    mediaType: 'x'.repeat(100),
  }));
  expect(offer(...files).success).toBe(true);
  expect(offer(...files, file).success).toBe(false);
  const sealedBytes = (new TextEncoder().encode(JSON.stringify(files)).length * 4) / 3;
  expect(sealedBytes).toBeLessThan(60 * 1024);
});

test('[F7] a transfer ends for a reason of the list', () => {
  const end = { type: 'file-end', by: 'sender', transfer: 1 };
  expect(v.is(FileEnd, { ...end, reason: 'cancelled' })).toBe(true);
  expect(v.is(FileEnd, { ...end, reason: 'gone' })).toBe(false);
});
