import { expect, test } from 'vitest';
import { type LinkChange, linkTo } from '../testing/call-records.ts';
import { type Ailing, type OwnSigns, ailmentsOf, healthy, nextAiling } from './ailments.ts';
import type { ProcessorLoad, Work } from './processor-load.ts';

interface SignsChange extends LinkChange {
  readonly load?: Partial<ProcessorLoad>;
}

const light: Work = { share: 0.2, frameMs: 12 };
const hard: Work = { share: 0.8, frameMs: 90 };
const idle: ProcessorLoad = { encoding: light, decoding: light };

function signsOf(changes: readonly SignsChange[], lateMs = 5): OwnSigns {
  const links = changes.map(({ load, ...change }, index) => ({
    ...linkTo('bcdefg'.charAt(index), change),
    load: { ...idle, ...load },
  }));
  return { lateMs, links };
}

/** What is believed after two looks that show the same. */
function believed(...changes: readonly SignsChange[]) {
  return ailmentsOf(afterLooks(signsOf(changes), 2));
}

function afterLooks(signs: OwnSigns, count: number, before: Ailing = healthy): Ailing {
  return Array.from({ length: count }).reduce<Ailing>(
    (ailing) => nextAiling(ailing, signs),
    before,
  );
}

const thinOut = { mine: { sent: { availableKbps: 200 } } };
const thinIn = { theirs: { sent: { availableKbps: 200 } } };
const lossOut = { theirs: { received: { lost: 0.1 } } };
const lossIn = { mine: { received: { lost: 0.1 } } };
const nothing = { isProcessorBusy: false, isUplinkThin: false, isDownlinkThin: false };

test('a call without trouble ails nobody', () => {
  expect(believed({}, {}, {})).toEqual(nothing);
  expect(believed()).toEqual(nothing);
});

test('a processor is busy where frames take long and most of the time', () => {
  expect(believed({ load: { encoding: hard } })).toMatchObject({ isProcessorBusy: true });
  expect(believed({}, { load: { decoding: hard } })).toMatchObject({ isProcessorBusy: true });
});

test('an encoder of hardware, which has several frames in work at once, is no busy processor', () => {
  const pipelined = { share: 0.9, frameMs: 30 };
  expect(believed({ load: { encoding: pipelined } })).toEqual(nothing);
});

test('a picture held back by the processor counts for as long as encoding takes its time', () => {
  const camera = { width: 480, height: 270, framesPerSecond: 8, limitedBy: 'cpu' as const };
  const heldBack = (share: number) =>
    believed({ mine: { sent: { camera } }, load: { encoding: { share, frameMs: 30 } } });
  expect(heldBack(0.5).isProcessorBusy).toBe(true);
  expect(heldBack(0.1).isProcessorBusy).toBe(false);
});

test('a look that comes very late counts', () => {
  expect(ailmentsOf(afterLooks(signsOf([{}], 900), 2)).isProcessorBusy).toBe(true);
  expect(ailmentsOf(afterLooks(signsOf([{}], 300), 2)).isProcessorBusy).toBe(false);
});

test('an uplink is thin if too little, or with loss, gets to nearly everyone', () => {
  expect(believed(thinOut, thinOut).isUplinkThin).toBe(true);
  expect(believed(lossOut, lossOut, lossOut).isUplinkThin).toBe(true);
  expect(believed(thinOut, {}).isUplinkThin).toBe(false);
  expect(believed(lossOut, lossOut, {}).isUplinkThin).toBe(false);
  expect(believed(lossOut, lossOut, lossOut, lossOut, {}).isUplinkThin).toBe(true);
});

test('what little is sent to others says nothing of what there is room for', () => {
  const little = { mine: { sent: { wantedKbps: 40, availableKbps: 300 } } };
  expect(believed(thinOut, thinOut, little, little).isUplinkThin).toBe(true);
});

test('one who is sent much and gets little may have a thin line themselves', () => {
  const little = { mine: { sent: { wantedKbps: 40, availableKbps: 300 } } };
  expect(believed(thinOut, little, little).isUplinkThin).toBe(false);
});

test('what a browser doesn’t estimate is no sign', () => {
  const untold = { mine: { sent: { availableKbps: null } } };
  expect(believed(untold, untold)).toEqual(nothing);
});

test('whoever has a thin downlink is no sign of a thin uplink', () => {
  const theirs = { ...thinOut, theirAilments: { isDownlinkThin: true } };
  expect(believed(theirs, theirs).isUplinkThin).toBe(false);
});

test('a downlink is thin if too little, or with loss, comes from nearly everyone', () => {
  expect(believed(thinIn, thinIn).isDownlinkThin).toBe(true);
  expect(believed(lossIn, lossIn, lossIn).isDownlinkThin).toBe(true);
  expect(believed(lossIn, {}).isDownlinkThin).toBe(false);
});

test('whoever says that it is them is no sign of a thin downlink', () => {
  for (const ailment of ['isUplinkThin', 'isProcessorBusy'] as const) {
    const theirs = { ...thinIn, theirAilments: { [ailment]: true } };
    expect(believed(theirs, theirs).isDownlinkThin, ailment).toBe(false);
  }
});

test('of two people, the one whose pictures get stuck has the thin uplink if the other’s don’t', () => {
  expect(believed(thinOut)).toMatchObject({ isUplinkThin: true, isDownlinkThin: false });
  expect(believed(thinIn)).toEqual(nothing);
  expect(believed({ mine: thinOut.mine, theirs: thinIn.theirs })).toEqual(nothing);
});

test('of two people, what comes back is a sign only if more of it does', () => {
  const narrow = { sent: { availableKbps: 250 } };
  const little = { sent: { wantedKbps: 52, availableKbps: 300 } };
  expect(believed({ mine: narrow, theirs: little })).toEqual(nothing);
  expect(believed({ mine: narrow, theirs: { sent: { availableKbps: null } } })).toEqual(nothing);
});

test('of two people, too little gets through for the loss as long as much is lost', () => {
  expect(believed({ ...thinOut, ...lossOut })).toEqual(nothing);
});

test('of several people, the only one who has no trouble of their own is no sign', () => {
  const busy = { theirAilments: { isProcessorBusy: true } };
  expect(believed(busy, lossIn)).toEqual(nothing);
  expect(believed({ theirAilments: { isDownlinkThin: true } }, lossOut)).toEqual(nothing);
});

test('of two people, nothing tells whose it is that packets get lost, or while one is silent', () => {
  expect(believed({ ...lossIn, ...lossOut })).toEqual(nothing);
  expect(believed(lossOut)).toEqual(nothing);
  expect(believed({ ...thinOut, theirs: null })).toEqual(nothing);
});

test('it takes two looks to be believed, and three to be forgotten', () => {
  const [bad, good] = [signsOf([thinOut, thinOut]), signsOf([{}, {}])];
  expect(ailmentsOf(afterLooks(bad, 1)).isUplinkThin).toBe(false);
  const held = afterLooks(bad, 5);
  expect(ailmentsOf(afterLooks(good, 2, held)).isUplinkThin).toBe(true);
  expect(ailmentsOf(afterLooks(good, 3, held)).isUplinkThin).toBe(false);
});
