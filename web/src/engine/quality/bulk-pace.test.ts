import { expect, test } from 'vitest';
import { type BulkPace, type BulkSigns, givesWay, nextBulkPace, unproven } from './bulk-pace.ts';

const calm: Omit<BulkSigns, 'sentBps'> = { isCrowded: false, arePicturesShort: false };
const crowded = { ...calm, isCrowded: true };
const known: BulkPace = { limitBps: 1_000_000, crestBps: 2_000_000, looksToSettle: 0 };

/** After so many looks at which all of the limit was used. */
function after(pace: BulkPace, looks: number, signs = calm): BulkPace {
  let next = pace;
  for (let each = 0; each < looks; each += 1)
    next = nextBulkPace(next, { ...signs, sentBps: next.limitBps });
  return next;
}

test('as long as nothing waits behind them, files soon take all there is', () => {
  expect(after(unproven, 12).limitBps).toBeGreaterThan(100_000_000);
});

test('when something does, they give way to half of what they took, once', () => {
  const once = nextBulkPace(known, { ...crowded, sentBps: 800_000 });
  expect(once.limitBps).toBe(400_000);
  expect(after(once, 5, crowded).limitBps).toBe(400_000);
});

test('if that was not enough they give way again', () => {
  const once = after(known, 1, crowded);
  expect(after(once, 6, crowded).limitBps).toBe(250_000);
});

test('what was sent before a limit was heeded counts for no more than that', () => {
  expect(nextBulkPace(known, { ...crowded, sentBps: 5_000_000 }).limitBps).toBe(500_000);
});

test('while they give way nothing else has to, unless they have little to give', () => {
  const once = after(known, 1, crowded);
  expect([known, once, after(once, 5), after(once, 6)].map(givesWay)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const little = after({ ...known, limitBps: 250_000 }, 1, crowded);
  expect([little.limitBps, givesWay(little)]).toEqual([160_000, false]);
});

test('they never stop', () => {
  expect(after(known, 100, crowded).limitBps).toBe(160_000);
});

test('they come near what was too much fast, then slowly, and beyond it at some time', () => {
  const looksTo = (limitBps: number) => {
    let looks = 0;
    while (after(known, looks).limitBps < limitBps) looks += 1;
    return looks;
  };
  expect(looksTo(1_500_000)).toBeLessThan(3);
  expect(looksTo(2_000_000)).toBeGreaterThan(12);
  expect(looksTo(8_000_000)).toBeLessThan(40);
});

test('they take no more while pictures are smaller than they could be', () => {
  const limited = { ...calm, arePicturesShort: true };
  expect(after(known, 10, limited).limitBps).toBe(known.limitBps);
});

test('a limit that is not used shows nothing of a higher one', () => {
  expect(nextBulkPace(known, { ...calm, sentBps: 500_000 }).limitBps).toBe(known.limitBps);
});

test('what waits when next to nothing is sent does not wait behind files', () => {
  expect(nextBulkPace(known, { ...crowded, sentBps: 100_000 })).toEqual(known);
});

test('what a line carried is forgotten while no file goes, down to what is not known of any', () => {
  let rested: BulkPace = { ...known, limitBps: 100_000_000 };
  for (let each = 0; each < 30; each += 1) rested = nextBulkPace(rested, { ...calm, sentBps: 0 });
  expect(rested.limitBps).toBe(unproven.limitBps);
  const least = { ...known, limitBps: 160_000 };
  expect(nextBulkPace(least, { ...calm, sentBps: 0 })).toEqual(least);
});

test('as long as something waits, either files make room or they have none, and pictures are asked last', () => {
  const asked: boolean[] = [];
  let pace: BulkPace = { ...known, limitBps: 4_000_000 };
  while (pace.limitBps > 160_000) {
    pace = nextBulkPace(pace, { ...crowded, sentBps: pace.limitBps });
    if (pace.limitBps > 160_000) asked.push(!givesWay(pace));
  }
  expect(asked).not.toContain(true);
});
