import { expect, test } from 'vitest';
import { fileMeasures } from './file-measures.ts';

const { size, duration } = fileMeasures('en-GB');

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [3_240_000, '3.2 MB'],
  [523_600_000, '524 MB'],
  [2_000_000_000, '2 GB'],
  [5e15, '5,000 TB'],
])('%i bytes are written as %s', (bytes, written) => {
  expect(size(bytes)).toBe(written);
});

test.each([
  [0.2, '1 sec'],
  [59, '59 secs'],
  [90, '2 mins'],
  [5_400, '1.5 hrs'],
])('%d seconds are written as %s', (seconds, written) => {
  expect(duration(seconds)).toBe(written);
});
