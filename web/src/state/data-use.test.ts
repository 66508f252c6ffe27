import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import { sizeAllowed } from './data-use.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const face = `face ${ana}` as const;
const screen = `screen ${ana}` as const;

test('usually a picture is asked for as large as it is, in whole pixels', () => {
  const seen = { width: 1279.6, height: 720.2 };
  expect(sizeAllowed(seen, { picture: face, dataUse: 'full' })).toEqual({
    width: 1280,
    height: 720,
  });
});

test('whoever saves asks for small faces, in the same shape', () => {
  const seen = { width: 1280, height: 720 };
  expect(sizeAllowed(seen, { picture: face, dataUse: 'saver' })).toEqual({
    width: 320,
    height: 180,
  });
  const small = { width: 200, height: 200 };
  expect(sizeAllowed(small, { picture: face, dataUse: 'saver' })).toEqual(small);
});

test('whoever saves can still read what is on a screen', () => {
  const seen = { width: 2560, height: 1440 };
  expect(sizeAllowed(seen, { picture: screen, dataUse: 'saver' })).toEqual({
    width: 1280,
    height: 720,
  });
});

test('whoever only listens asks for no picture', () => {
  const seen = { width: 1280, height: 720 };
  for (const picture of [face, screen])
    expect(sizeAllowed(seen, { picture, dataUse: 'audio-only' })).toBeNull();
});

test('no picture is asked for in less than a pixel, or in more than may be said', () => {
  const seen = { width: 99_999, height: 0.2 };
  expect(sizeAllowed(seen, { picture: face, dataUse: 'full' })).toEqual({
    width: 16_384,
    height: 1,
  });
});
