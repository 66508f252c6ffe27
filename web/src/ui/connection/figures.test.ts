import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../../protocol/ids.ts';
import { fakeLink, goodLink } from '../../state/testing/fake-link-record.ts';
import { connection as text } from '../text/en/connection.ts';
import { figuresOf } from './figures.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const valuesOf = (figures: readonly { label: string; value: string }[]) =>
  figures.map(({ label, value }) => `${label}: ${value}`);

test('a connection is told of from both ends', () => {
  const { sent, received } = goodLink;
  const link = fakeLink(ana);
  const figures = figuresOf(
    {
      ...link,
      mine: { ...goodLink, sent: { ...sent, lost: 0.004 } },
      theirs: { ...goodLink, received: { ...received, frozen: 0.12, concealed: 0.0312 } },
    },
    text,
  );
  expect(figures.delay.value).toBe('24 ms');
  expect(valuesOf(figures.coming)).toEqual([
    'Speed: 1.2 Mbit/s',
    'Lost: 0%',
    'Camera: 1280 × 720, 30 fps',
    'Sound gaps: 0%',
    'Picture frozen: 0%',
  ]);
  expect(valuesOf(figures.going)).toEqual([
    'Speed: 900 kbit/s',
    'Lost: 0.4%',
    'Camera: 640 × 360, 30 fps',
    'Sound gaps: 3.1%',
    'Picture frozen: 12%',
  ]);
});

test('what is not known is not made up', () => {
  const mine = { ...goodLink, rttMs: null, sent: { ...goodLink.sent, lost: null, camera: null } };
  const figures = figuresOf({ ...fakeLink(ana), mine, theirs: undefined }, text);
  expect(figures.delay.value).toBe('not known');
  expect(valuesOf(figures.going)).toEqual(['Speed: 900 kbit/s', 'Lost: not known']);
});
