import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../../protocol/ids.ts';
import type { Verdict } from '../../engine/quality/verdict.ts';
import { fakeLink, fakeRecord, goodLink } from '../../state/testing/fake-link-record.ts';
import { connection as text } from '../text/en/connection.ts';
import { type ReportSources, reportOf } from './report.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const ben = peerIdFrom(new Uint8Array(16).fill(2));
const thin: Verdict = { cause: 'uplink', whose: ben, affected: [ben], severity: 'bad' };

function report(...verdicts: Verdict[]): string {
  const relayed = { ...goodLink, path: 'relay-tcp', rttMs: 180 } as const;
  const record = { ...fakeRecord(fakeLink(ana), fakeLink(ben, relayed)), verdicts };
  return written({ record, calm: verdicts.length > 0 ? undefined : text.calms.fine });
}

function written(what: Pick<ReportSources, 'record' | 'calm'>): string {
  return reportOf({
    ...what,
    dataUse: 'saver',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0',
    atMs: Date.UTC(2026, 10, 27, 1, 10),
    text,
    tell: ({ cause, whose }, nameOf) => ({
      sentence: text.verdicts[cause].theirs(nameOf(whose)),
      advice: text.helps['theirs-less-video'],
      help: 'theirs-less-video',
    }),
  });
}

test('a report says what is wrong and how each connection goes', () => {
  expect(report(thin).split('\n')).toEqual([
    'Earshot · Connection',
    '2026-11-27 01:10 UTC',
    'Browser: Chrome 156, Linux',
    'Data use: Save data',
    '',
    'Bad: Person 2’s upload is too thin for this call: everyone sees and hears them badly. It helps if they turn off their camera.',
    '',
    'Person 1: Direct',
    'Delay 24 ms',
    expect.stringMatching(/^From Person 1: Speed 1\.2 Mbit\/s; Lost 0%; Camera 1280 × 720, 30 fps/),
    expect.stringMatching(/^To Person 1: Speed 900 kbit\/s; Lost 0%; Camera 640 × 360, 30 fps/),
    '',
    'Person 2: Through a relay, over TCP',
    'Delay 180 ms',
    expect.stringMatching(/^From Person 2: /),
    expect.stringMatching(/^To Person 2: /),
  ]);
});

test('a report of a call in which all is well says so', () => {
  expect(report()).toContain('\n\nEverything is fine\nChecked: speed, ');
});

test('a report of a call that nothing is known of does not say that all is well', () => {
  const alone = written({
    record: fakeRecord(),
    calm: { sentence: text.alone, advice: undefined },
  });
  expect(alone.split('\n').at(-1)).toBe(text.alone);
});

test('a report names nobody and nothing by which they could be found', () => {
  const told = report(thin);
  for (const id of [ana, ben]) expect(told).not.toContain(id);
  expect(told).not.toMatch(/\d+\.\d+\.\d+\.\d+/);
});
