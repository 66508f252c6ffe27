import { expect, test } from 'vitest';
import { type LinkChange, linkTo, recordOf } from '../testing/call-records.ts';
import type { Ailments } from '../../../../protocol/peer-status.ts';
import type { CallRecord } from './call-record.ts';
import { diagnose } from './diagnose.ts';

const names = ['ben', 'cleo', 'dan'];

/** As `cause whose`; peers by the letter that their names begin with. */
function verdicts(record: CallRecord): string[] {
  return diagnose(record).map(
    ({ cause, whose }) => `${cause} ${whose === 'own' ? 'own' : whose.charAt(0)}`,
  );
}

function callOf(changes: readonly LinkChange[], ailments: Partial<Ailments> = {}): CallRecord {
  return recordOf(
    changes.map((change, index) => linkTo(names[index] ?? '', change)),
    ailments,
  );
}

const lossOut: LinkChange = { theirs: { received: { lost: 0.1 } } };
const far: LinkChange = { mine: { rttMs: 500 }, theirs: { rttMs: 500 } };

test('of a call that is well there is nothing to say', () => {
  expect(verdicts(callOf([{}, {}, {}]))).toEqual([]);
  expect(verdicts(callOf([]))).toEqual([]);
});

test('loss on the way to one peer is of the path', () => {
  expect(verdicts(callOf([lossOut, {}]))).toEqual(['path b']);
});

test('an own thin uplink explains what is lost on each connection, and that all takes long', () => {
  const both = { ...far, theirs: { rttMs: 500, received: { lost: 0.1 } } };
  expect(verdicts(callOf([both, both], { isUplinkThin: true }))).toEqual(['uplink own']);
});

test('a peer’s thin uplink explains what is lost between the two, and not what others lose', () => {
  const theirs = { ...lossOut, theirAilments: { isUplinkThin: true } };
  expect(verdicts(callOf([theirs, lossOut]))).toEqual(['uplink b', 'path c']);
});

test('a relay by TCP explains delay', () => {
  expect(verdicts(callOf([{ ...far, mine: { rttMs: 500, path: 'relay-tcp' } }]))).toEqual([
    'tcp-relay own',
  ]);
});

test('a busy processor explains all that its owner measures of networks', () => {
  const link = { ...far, theirs: { rttMs: 500, received: { lost: 0.1 } } };
  expect(verdicts(callOf([link, {}], { isProcessorBusy: true, isUplinkThin: true }))).toEqual([
    'processor own',
  ]);
});

test('loss explains a long way: what is lost is sent again', () => {
  expect(verdicts(callOf([{ ...far, theirs: { rttMs: 500, received: { lost: 0.1 } } }]))).toEqual([
    'path b',
  ]);
});

test('a long way alone is a distance', () => {
  expect(verdicts(callOf([{}, far]))).toEqual(['distance c']);
});

test('what is bad comes before what is poor, and what is own before what is others’', () => {
  const busy = { theirAilments: { isProcessorBusy: true } };
  const stuttering = { mine: { received: { lost: 0.2 } } };
  expect(verdicts(callOf([busy, stuttering]))).toEqual(['path c', 'processor b']);
  expect(verdicts(callOf([busy, {}], { isProcessorBusy: true }))).toEqual([
    'processor own',
    'processor b',
  ]);
});
