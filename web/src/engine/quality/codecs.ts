// Which codec a picture is sent in: one that both ends do in hardware, by the platform's own word, or else the one that
// browsers agreed on.

/** What WebRTC sends pictures in; of others nobody is asked. */
const contentTypes = ['video/VP8', 'video/H264', 'video/VP9', 'video/AV1', 'video/H265'] as const;

/** A usual call. */
const video = { width: 1280, height: 720, bitrate: 1_200_000, framerate: 30 };

type Codec = Pick<RTCRtpCodec, 'mimeType'>;

export type Capabilities = Pick<MediaCapabilities, 'encodingInfo' | 'decodingInfo'>;

/** The MIME types that this platform encodes, or decodes, without burdening its processor (Media Capabilities, section 2.3). */
export async function efficientCodecs(
  capabilities: Capabilities | undefined,
  query: 'encodingInfo' | 'decodingInfo',
): Promise<string[]> {
  if (!capabilities) return [];
  const ask = async (contentType: string) => {
    const answer = await capabilities[query]({ type: 'webrtc', video: { contentType, ...video } });
    return answer.supported && answer.powerEfficient;
  };
  const answers = await Promise.allSettled(contentTypes.map(ask));
  // A browser that doesn't know a codec, or the question, refuses.
  return contentTypes.filter((_, index) => {
    const answer = answers[index];
    return answer?.status === 'fulfilled' && answer.value;
  });
}

/** The first of `negotiated` that one end encodes and the other decodes efficiently; undefined if there is none. */
export function commonCodec<Negotiated extends Codec>(
  negotiated: readonly Negotiated[],
  encodes: readonly string[],
  decodes: readonly string[],
): Negotiated | undefined {
  const isIn = (list: readonly string[], { mimeType }: Codec) =>
    list.some((each) => each.toLowerCase() === mimeType.toLowerCase());
  return negotiated.find((codec) => isIn(encodes, codec) && isIn(decodes, codec));
}
