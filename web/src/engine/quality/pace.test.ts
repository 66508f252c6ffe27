import { expect, test } from 'vitest';
import { type Pace, type Signs, crowdOf, nextPace, unlimited, uplinkOf } from './pace.ts';

const calm: Signs = {
  availableBps: 2_000_000,
  sentBps: 400_000,
  grantedBps: 450_000,
  wantedBps: 450_000,
  leastBps: 92_000,
  lost: 0,
  rttMs: 20,
  doFilesGiveWay: false,
};

function after(...signs: Partial<Signs>[]): Pace {
  return signs.reduce<Pace>((pace, each) => nextPace(pace, { ...calm, ...each }), unlimited);
}

test('a connection that has shown no limit has none', () => {
  expect(after({}, {}, {}).limitBps).toBeUndefined();
});

test('an estimate below what is granted is no sign alone: of what is hardly used little is known', () => {
  expect(after({ availableBps: 300_000 }, { availableBps: 300_000 }).limitBps).toBeUndefined();
  expect(after({ availableBps: 200_000 }, { availableBps: 300_000 }).limitBps).toBeUndefined();
});

test.for([
  ['it falls', { availableBps: 180_000 }],
  ['packets are lost', { availableBps: 440_000, lost: 0.06 }],
  ['they wait in a queue', { availableBps: 440_000, rttMs: 300 }],
] as const)('it is one when %s', ([, sign]) => {
  const { limitBps } = after({ availableBps: 440_000 }, sign);
  expect(limitBps).toBeCloseTo(0.9 * sign.availableBps);
});

test('a limit is tried again step by step, not far above what the browser believes in', () => {
  const limited = after({}, { availableBps: 200_000, grantedBps: 450_000 });
  const next = nextPace(limited, { ...calm, availableBps: 200_000, grantedBps: 210_000 });
  expect(next.limitBps).toBeCloseTo(189_000);
  const held = nextPace(
    { ...next, limitBps: 300_000 },
    { ...calm, availableBps: 200_000, grantedBps: 300_000 },
  );
  expect(held.limitBps).toBeCloseTo(250_000);
});

test('a limit that is far above what is wanted is forgotten', () => {
  const limited: Pace = { ...unlimited, limitBps: 560_000, availableBps: 2_000_000 };
  expect(nextPace(limited, calm).limitBps).toBeUndefined();
});

test('without an estimate loss must be plain, or come with a queue', () => {
  const blind = { availableBps: null };
  expect(after(blind, { ...blind, lost: 0.05 }).limitBps).toBeUndefined();
  expect(after(blind, { ...blind, lost: 0.1 }).limitBps).toBeCloseTo(360_000);
  expect(after(blind, { ...blind, lost: 0.05, rttMs: 300 }).limitBps).toBeCloseTo(360_000);
});

test('nothing gets so low that it could not be tried again', () => {
  expect(after({}, { availableBps: 10_000 }).limitBps).toBe(92_000);
});

test('when most are limited it is this side’s uplink, else it is theirs', () => {
  const limited: Pace = { ...unlimited, limitBps: 200_000 };
  expect(uplinkOf([])).toBeUndefined();
  expect(uplinkOf([limited])).toBe(200_000);
  expect(uplinkOf([limited, unlimited])).toBeUndefined();
  expect(uplinkOf([limited, limited, unlimited])).toBe(600_000);
});

test('what was sent counts as carried unless there is any sign of a queue', () => {
  expect(after({}).carriedBps).toBe(calm.sentBps);
  expect(after({}, { rttMs: 300 }).carriedBps).toBe(0);
  expect(after({}, { lost: 0.06 }).carriedBps).toBe(0);
  expect(after({}, { availableBps: 1_500_000 }).carriedBps).toBe(0);
  expect(after({}, { rttMs: 300 }, {}).carriedBps).toBe(calm.sentBps);
});

test('what gets through to one that is not limited is part of what this side’s uplink carries', () => {
  const limited: Pace = { ...unlimited, limitBps: 150_000 };
  expect(uplinkOf([limited, limited, { ...unlimited, carriedBps: 1_100_000 }])).toBe(1_400_000);
});

test('pictures stay as they are while files make room', () => {
  const falling = { availableBps: 200_000, rttMs: 300 };
  expect(after({}, {}, { ...falling, doFilesGiveWay: true }).limitBps).toBeUndefined();
  expect(after({}, {}, falling).limitBps).toBeDefined();
});

test.for([
  ['it waits in a queue', true, { rttMs: 300 }],
  ['much is lost and nothing estimated', true, { lost: 0.1, availableBps: null }],
  ['the estimate falls', true, { availableBps: 1_000_000 }],
  ['some is lost and less estimated than is needed', true, { lost: 0.05, availableBps: 400_000 }],
  ['much is lost by chance', false, { lost: 0.1 }],
  ['nothing happens', false, {}],
] as const)('whether there is too much for all shows in that %s', ([, isCrowded, sign]) => {
  expect(crowdOf(after({}, {}), { ...calm, ...sign }).isCrowded).toBe(isCrowded);
});

test('pictures are short of what they want while they are limited, and while the browser believes in less', () => {
  const isShort = (pace: Pace, sign: Partial<Signs>) =>
    crowdOf(pace, { ...calm, ...sign }).arePicturesShort;
  expect(isShort(unlimited, {})).toBe(false);
  expect(isShort({ ...unlimited, limitBps: 150_000 }, {})).toBe(true);
  expect(isShort(unlimited, { availableBps: 440_000 })).toBe(true);
  expect(isShort(unlimited, { availableBps: 440_000, sentBps: 200_000 })).toBe(false);
  expect(isShort(unlimited, { availableBps: null })).toBe(false);
});
