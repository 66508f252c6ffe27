import { expect, test } from 'vitest';
import { type LinkChange, linkTo, peerId, recordOf } from '../../testing/call-records.ts';
import { path } from './path.ts';

const verdictsOf = (change: LinkChange) => path(recordOf([linkTo('ben', change), linkTo('cleo')]));
const poor = [{ cause: 'path', whose: peerId('ben'), affected: [peerId('ben')], severity: 'poor' }];

test('what is lost either way is the path’s', () => {
  expect(verdictsOf({ mine: { received: { lost: 0.06 } } })).toEqual(poor);
  expect(verdictsOf({ theirs: { received: { lost: 0.06 } } })).toEqual(poor);
});

test('what the receiver reports to the browser counts, too: it comes sooner than its summary', () => {
  const mine = { sent: { lost: 0.06 } };
  expect(verdictsOf({ mine, theirs: null })).toEqual(poor);
  expect(verdictsOf({ mine, theirs: { received: { lost: 0 } } })).toEqual(poor);
});

test('less room than what is wanted, either way, is the path’s', () => {
  expect(verdictsOf({ mine: { sent: { availableKbps: 300 } } })).toEqual(poor);
  expect(verdictsOf({ theirs: { sent: { availableKbps: 300 } } })).toEqual(poor);
});

test('a little loss, and an estimate a little low, are nothing', () => {
  expect(verdictsOf({ mine: { received: { lost: 0.03 }, sent: { availableKbps: 650 } } })).toEqual(
    [],
  );
});

test('it is bad where speech is made up, pictures stand still or much is lost', () => {
  for (const received of [
    { lost: 0.2 },
    { lost: 0.06, concealed: 0.08 },
    { lost: 0.06, frozen: 0.3 },
  ])
    expect(verdictsOf({ mine: { received } })).toMatchObject([{ severity: 'bad' }]);
});
