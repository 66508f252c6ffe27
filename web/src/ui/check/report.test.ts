import { beforeAll, expect, test } from 'vitest';
import { check } from '../text/en/check.ts';
import { loadCheckText } from '../text/check.ts';
import { type ReportSources, reportOf } from './report.ts';

beforeAll(loadCheckText);

const address = { transport: 'udp', host: 'relay.test', port: 3478 } as const;
const servers = [{ urls: ['turn:relay.test'], username: 'ana', credential: 'secret' }];

function linesOf(change: Partial<ReportSources>): string[] {
  const report = reportOf({
    conclusion: { network: { tag: 'good' }, devices: undefined },
    devices: { camera: { at: 'works' }, microphone: { at: 'off' } },
    speaker: 'heard',
    server: { at: 'found', finding: { ok: true, servers } },
    direct: { at: 'found', finding: 'unknown' },
    relays: [],
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0',
    atMs: Date.UTC(2026, 10, 27, 1, 10),
    ...change,
  });
  return report.split('\n');
}

test('a report says when and where it was made, what is wrong, and what was seen', () => {
  const lines = linesOf({
    conclusion: { network: { tag: 'no-relay', direct: 'unknown' }, devices: 'camera' },
    devices: { camera: { at: 'trouble', trouble: 'denied' }, microphone: { at: 'off' } },
  });
  const { sentence, help } = check.noRelay.unknown;
  expect(lines).toEqual([
    'Earshot · Will calls work here?',
    '2026-11-27 01:10 UTC',
    'Browser: Chrome 156, Linux',
    '',
    'Your camera gives nothing. What to do about it stands below.',
    `${sentence} ${help}`,
    '',
    'Camera: This page may not use your camera. Allow it in the browser, beside the address, and try again.',
    'Microphone: Turned off. Turn it on to check it.',
    'Speaker: Works.',
    'Server: Answers, and keeps a line open.',
    'Direct connection: To try this takes another person or a relay, and neither answers here. Usually it works.',
  ]);
});

test('of a way to a relay a report has the address and the figures, and no credentials', () => {
  const figures = { roundTripMs: 20, loss: 0.01, bitsPerSecond: 4_000_000 };
  const finding = { address, outcome: 'works', grades: [], figures } as const;
  const lines = linesOf({ relays: [{ at: 'found', address, finding }] });
  expect(lines.at(-1)).toBe(
    'Relay over UDP: Works, by relay.test:3478. Round trip 20 ms, Lost 1 %, Throughput 4.0 Mbit/s',
  );
  expect(lines.join(' ')).not.toMatch(/\bana\b|secret/);
});
