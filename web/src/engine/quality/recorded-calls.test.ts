// Real browsers in calls that went wrong in a known way: each is told what it was, and nothing else.
import { describe, expect, test } from 'vitest';
import { type Seen, playCall } from '../testing/recorded-call.ts';

/** By recording: what each is told. */
const calls: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  fine: { ana: [], ben: [], cleo: [] },
  'fine-firefox': { ana: [], ben: [] },
  'path-loss': { ana: ['path ben'], ben: ['path ana'], cleo: [] },
  'uplink-loss': { ana: ['uplink own'], ben: ['uplink ana'], cleo: ['uplink ana'] },
  'thin-uplink': { ana: ['uplink own'], ben: ['uplink ana'], cleo: ['uplink ana'] },
  'thin-uplink-of-two': { ana: ['uplink own'], ben: ['uplink ana'] },
  'thin-downlink': { ana: ['downlink own'], ben: ['downlink ana'], cleo: ['downlink ana'] },
  'busy-processor': { ana: ['processor own'], ben: ['processor ana'] },
  'downlink-loss': { ana: ['downlink own'], ben: ['downlink ana'], cleo: ['downlink ana'] },
  'udp-relay': { ana: [], ben: [] },
  'tcp-relay-lossy': { ana: ['tcp-relay own'], ben: ['tcp-relay ana'] },
  'tcp-relay': { ana: ['tcp-relay own'], ben: ['tcp-relay ana'] },
};

/** Of two seconds each. */
const looksUntilTold = (name: string) => (name === 'thin-uplink-of-two' ? looksUntilClear : 3);
/** With two people it is the way between them, at first: a thin line shows when no more is lost, since less is sent. */
const looksUntilClear = 5;

/** A relay is there from the beginning. */
const isThereBefore = (name: string) => name.startsWith('tcp-relay');

const verdictsIn = (phase: Seen['phase'], seen: readonly Seen[]) =>
  seen.filter((each) => each.phase === phase).map(({ verdicts }) => verdicts);

describe.each(Object.entries(calls))('%s', (name, told) => {
  const call = playCall(name);

  test.each(Object.entries(told))('%s is told what it is, in some seconds', (person, verdicts) => {
    const during = verdictsIn('while', call[person] ?? []).slice(looksUntilTold(name) - 1);
    expect(during).toEqual(during.map(() => verdicts));
    expect(during.length).toBeGreaterThan(1);
  });

  test.each(Object.entries(told))(
    '%s is told nothing before, and nothing new after',
    (person, verdicts) => {
      const seen = call[person] ?? [];
      if (!isThereBefore(name)) expect(verdictsIn('before', seen).flat()).toEqual([]);
      for (const each of verdictsIn('after', seen).flat()) expect(verdicts).toContain(each);
    },
  );
});

// What is thin shows in an estimate, and browsers take up to twenty seconds to believe in more.
test('a path that loses nothing any more is forgiven within eight seconds', () => {
  const { ana = [], ben = [] } = playCall('path-loss');
  for (const seen of [ana, ben]) expect(verdictsIn('after', seen).slice(3).flat()).toEqual([]);
});
