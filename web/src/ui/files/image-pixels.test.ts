import { expect, test } from 'vitest';
import { imagePixels } from './image-pixels.ts';

/** Characters, and numbers for bytes. */
function bytesOf(...parts: (string | readonly number[])[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  );
}

const png = bytesOf([0x89], 'PNG\r\n', [26, 10, 0, 0, 0, 13], 'IHDR', [0, 1, 0, 0, 0, 0, 1, 2]);
/** Between the head and the first picture stands an extension. */
const gif = bytesOf(
  'GIF89a',
  [4, 1, 3, 0, 0x80, 0, 0],
  Array(6).fill(0xff),
  [0x21, 0xf9, 4, 0, 0, 0, 0, 0],
  [0x2c, 1, 0, 1, 0, 2, 1, 1, 0],
);
const gifBeyond = bytesOf('GIF89a', [1, 0, 1, 0, 0, 0, 0], [0x2c, 2, 0, 1, 0, 0, 2, 9, 0]);
const jpeg = bytesOf(
  [0xff, 0xd8, 0xff, 0xe1, 0, 6, 0xff, 0xc0, 0, 1], // What looks like a frame within a segment is none.
  [0xff, 0xff, 0xc4, 0, 4, 7, 7],
  [0xff, 0xc2, 0, 17, 8, 2, 0, 1, 4, 3],
);
const vp8x = bytesOf('RIFF....WEBPVP8X', Array(8).fill(0), [255, 255, 1, 9, 0, 0]);
const vp8l = bytesOf('RIFF....WEBPVP8L....', [0x2f, 0xff, 0xc0, 0x00, 0x00]);
const vp8 = bytesOf('RIFF....WEBPVP8 ....', [0, 0, 0, 0x9d, 1, 0x2a, 0, 0x41, 3, 0]);

test.each([
  ['a PNG', png, 65_536 * 258],
  ['a GIF', gif, 260 * 3],
  ['a GIF whose first picture is larger than its screen', gifBeyond, 514 * 10],
  ['a JPEG', jpeg, 512 * 260],
  ['a WebP with a canvas', vp8x, 131_072 * 10],
  ['a lossless WebP', vp8l, 256 * 4],
  ['a lossy WebP', vp8, 256 * 3],
])('the pixels of %s are known from its beginning, and not from less', (_, bytes, pixels) => {
  expect(imagePixels(bytes)).toBe(pixels);
  for (let length = 0; length < 12; length += 1)
    expect(imagePixels(bytes.slice(0, length))).toBeUndefined();
});

test.each([
  ['nothing', bytesOf()],
  ['a text', bytesOf('PNG, GIF and JPEG are pictures.')],
  ['an AVIF', bytesOf([0, 0, 0, 28], 'ftypavif', Array(30).fill(1))],
  ['a PNG that begins with something else', bytesOf([0x89], 'PNG\r\n', Array(30).fill(1))],
  ['a GIF without a picture', bytesOf('GIF89a', [1, 0, 1, 0, 0, 0, 0, 0x3b], Array(9).fill(0))],
  ['a JPEG whose frame does not come', bytesOf([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff])],
])('nothing is known of %s', (_, bytes) => {
  expect(imagePixels(bytes)).toBeUndefined();
});
