import { expect, test } from 'vitest';
import { decodeFrame, encodeFrame, maxBodyBytes } from './frame.ts';

const partOf = (bytes: number) =>
  encodeFrame({ kind: 'part', transfer: 1, piece: 0, body: new Uint8Array(bytes) });

test('[F2] frames of 16 KiB are sent, and those of up to 64 KiB taken', () => {
  const sent = partOf(maxBodyBytes);
  expect(sent.byteLength).toBe(16 * 1024);
  const headerBytes = sent.byteLength - maxBodyBytes;
  const largest = 64 * 1024 - headerBytes;
  expect(decodeFrame(partOf(largest))?.body).toHaveLength(largest);
  expect(decodeFrame(partOf(largest + 1))).toBeUndefined();
});
