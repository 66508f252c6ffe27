import { beforeAll, expect, test } from 'vitest';
import type { Progress } from '../../engine/files/shared-file.ts';
import { loadCallText } from '../text/call.ts';
import { transferStatus } from './transfer-status.ts';

const running = {
  at: 'running',
  bytes: 1_000_000,
  bytesPerSecond: 500_000,
  isPausedHere: false,
  isPausedThere: false,
} as const;

beforeAll(loadCallText);

test.each<[Progress, string, string]>([
  [{ at: 'offered' }, '', 'Waiting for an answer'],
  [{ at: 'opening' }, 'Choose where to save it.', 'Choose where to save it.'],
  [running, '1 MB of 4 MB · 500 kB/s · 6 secs left', '1 MB of 4 MB · 500 kB/s · 6 secs left'],
  [{ ...running, bytesPerSecond: undefined }, '1 MB of 4 MB', '1 MB of 4 MB'],
  [
    { ...running, bytesPerSecond: 0 },
    '1 MB of 4 MB · Waiting for the connection…',
    '1 MB of 4 MB · Waiting for the connection…',
  ],
  [{ ...running, isPausedHere: true }, '1 MB of 4 MB · Paused', '1 MB of 4 MB · Paused'],
  [
    { ...running, isPausedThere: true },
    '1 MB of 4 MB · Paused by Eve',
    '1 MB of 4 MB · Paused by Eve',
  ],
  [{ at: 'done' }, 'Saved and checked', 'Received and checked'],
  [{ at: 'over', why: 'cancelled', isOwnDoing: true }, 'You cancelled it.', 'You cancelled it.'],
  [
    { at: 'over', why: 'gone', isOwnDoing: false },
    'Eve left before it was complete.',
    'Eve left before it was complete.',
  ],
])('%j is said as "%s" of what is received, and as "%s" of what is sent', (progress, got, gave) => {
  const options = { progress, size: 4_000_000, name: 'Eve' };
  const said = (direction: 'sent' | 'received') =>
    transferStatus({ ...options, direction }).replaceAll('\u00A0', ' ');
  expect(said('received')).toBe(got);
  expect(said('sent')).toBe(gave);
});
