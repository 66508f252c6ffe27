import { expect, test } from 'vitest';
import { FakeLinkPort } from '../testing/fake-link-port.ts';
import { BulkLimiter } from './bulk-limiter.ts';

test('how fast files go is seen by the last two looks, whatever was before', () => {
  const port = new FakeLinkPort();
  const limiter = new BulkLimiter(port.asPort);
  let atMs = 0;
  const look = (bytes: number) => {
    port.bulkBytes += bytes;
    atMs += 500;
    limiter.follow({ isCrowded: false, arePicturesShort: false }, atMs);
    return port.bulkLimitBps;
  };
  const start = port.bulkLimitBps;
  const all = start / 8 / 2;
  for (let each = 0; each < 10; each += 1) look(0);
  // A frame that is half of what may go in two looks.
  expect(look(all)).toBe(start);
  expect(look(all)).toBeGreaterThan(start);
});
