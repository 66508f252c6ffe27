import { expect, test } from 'vitest';
import { type Capabilities, commonCodec, efficientCodecs } from './codecs.ts';

/** A platform with hardware for `efficient`, that does not know AV1 at all. */
function platform(efficient: readonly string[]): Capabilities {
  const answer = (contentType = '') => {
    if (contentType === 'video/AV1') throw new TypeError('unknown');
    return { supported: true, smooth: true, powerEfficient: efficient.includes(contentType) };
  };
  type Query = { readonly video?: VideoConfiguration };
  return {
    encodingInfo: async ({ video }: Query) => answer(video?.contentType),
    decodingInfo: async ({ video }: Query) =>
      answer(video?.contentType) as MediaCapabilitiesDecodingInfo,
  };
}

const [vp8, h264] = [{ mimeType: 'video/VP8' }, { mimeType: 'video/H264' }];

test('the platform is asked what it does in hardware', async () => {
  const capabilities = platform(['video/H264', 'video/AV1']);
  expect(await efficientCodecs(capabilities, 'encodingInfo')).toEqual(['video/H264']);
  expect(await efficientCodecs(capabilities, 'decodingInfo')).toEqual(['video/H264']);
});

test('a browser that can’t be asked does nothing in hardware', async () => {
  expect(await efficientCodecs(undefined, 'decodingInfo')).toEqual([]);
});

test('a codec must be efficient at both ends, and agreed on', () => {
  expect(commonCodec([vp8, h264], ['video/h264'], ['video/VP8', 'video/H264'])).toBe(h264);
  expect(commonCodec([vp8, h264], ['video/H264'], ['video/VP8'])).toBeUndefined();
  expect(commonCodec([vp8], ['video/H264'], ['video/H264'])).toBeUndefined();
});
