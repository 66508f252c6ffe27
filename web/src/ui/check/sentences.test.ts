import { beforeAll, expect, test } from 'vitest';
import { loadCheckText } from '../text/check.ts';
import { deviceSentence, networkAdvice, relaySentence } from './sentences.ts';

const udp = { transport: 'udp', host: 'relay.test', port: 3478 } as const;
const tls = { transport: 'tls', host: 'relay.test', port: 443 } as const;

beforeAll(loadCheckText);

test('advice names each port that it is about, once', () => {
  const { help } = networkAdvice({ tag: 'udp-blocked', addresses: [udp, udp] });
  expect(help).toBe('Ask whoever runs this network to let through UDP to relay.test:3478.');
  expect(networkAdvice({ tag: 'blocked', addresses: [udp, tls] }).help).toContain(
    'UDP to relay.test:3478, TLS to relay.test:443',
  );
});

test('a way to a relay says where it leads, whatever has come of it', () => {
  const finding = { address: udp, outcome: 'blocked', grades: [], figures: undefined } as const;
  for (const step of [
    { at: 'connecting', address: udp } as const,
    { at: 'measuring', address: udp } as const,
    { at: 'found', address: udp, finding } as const,
  ])
    expect(relaySentence(step)).toContain('relay.test:3478');
});

test('what is poor about a way that works is said with it', () => {
  const figures = { roundTripMs: 20, loss: 0.2, bitsPerSecond: 4_000_000 };
  const finding = { address: udp, outcome: 'works', grades: ['lossy'], figures } as const;
  expect(relaySentence({ at: 'found', address: udp, finding })).toMatch(/^Works.*stutter\.$/);
});

test('only where there is a certificate it may be at fault', () => {
  const closed = (address: typeof udp | typeof tls) =>
    relaySentence({
      at: 'found',
      address,
      finding: { address, outcome: 'closed', grades: [], figures: undefined },
    });
  expect(closed(tls)).toContain('certificate');
  expect(closed(udp)).not.toContain('certificate');
});

test('a device in trouble says what to do, as it does in the lobby', () => {
  expect(deviceSentence('camera', { at: 'trouble', trouble: 'in-use' })).toContain(
    'Close that program',
  );
  expect(deviceSentence('microphone', { at: 'trouble', trouble: 'silent' })).toContain(
    'Check its switch',
  );
});
