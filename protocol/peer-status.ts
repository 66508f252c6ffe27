// What two peers tell each other of how their call goes. It is true for a moment only: it is never sent again by
// itself, never kept, and travels nowhere but over a data channel of its own.
import * as v from 'valibot';

/** No line and no delay is larger; what is told is trusted for no more than showing it. */
const mostAmount = 1e9;
const Amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(mostAmount));
/** A part of a whole, from 0 to 1. */
const Share = v.pipe(Amount, v.maxValue(1));
const Pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16_384));

/** In pixels of a screen or of a picture. */
export const Size = v.object({ width: Pixels, height: Pixels });
export type Size = v.InferOutput<typeof Size>;

const Codec = v.pipe(v.string(), v.maxLength(40));

/**
 * How large each of the receiver's pictures is on this peer's screen; null where it is not seen at all. `efficient` are
 * the MIME types that this peer decodes without burdening its processor (`powerEfficient`, Media Capabilities, section 2.3).
 */
export const View = v.object({
  type: v.literal('view'),
  camera: v.nullable(Size),
  screen: v.nullable(Size),
  efficient: v.pipe(v.array(Codec), v.maxLength(10)),
});
export type View = v.InferOutput<typeof View>;

const Picture = v.object({ ...Size.entries, framesPerSecond: Amount });

/** A picture as it is sent; `limitedBy` is the `qualityLimitationReason` of W3C WebRTC Statistics. */
const SentPicture = v.object({
  ...Picture.entries,
  limitedBy: v.picklist(['none', 'cpu', 'bandwidth', 'other']),
});
export type SentPicture = v.InferOutput<typeof SentPicture>;

/** One connection over the last interval, as one of its ends sees it. Null is what that browser doesn't tell, or nothing was of it. */
export const LinkSummary = v.object({
  /** `relay-tcp` and `relay-tls` say how this end reaches its relay. */
  path: v.picklist(['direct', 'relay-udp', 'relay-tcp', 'relay-tls']),
  rttMs: v.nullable(Amount),
  sent: v.object({
    kbps: Amount,
    /** What the browser believes gets through (`availableOutgoingBitrate`). */
    availableKbps: v.nullable(Amount),
    /** What this end would send if there were room for it. */
    wantedKbps: Amount,
    /** Packets, as the other end's browser counts them. */
    lost: v.nullable(Share),
    camera: v.nullable(SentPicture),
    screen: v.nullable(SentPicture),
  }),
  received: v.object({
    kbps: Amount,
    lost: v.nullable(Share),
    /** The part of what was heard that was made up for what was missing; silence that was made up does not count. */
    concealed: v.nullable(Share),
    /** The part of the time that a picture stood still. */
    frozen: v.nullable(Share),
    camera: v.nullable(Picture),
    screen: v.nullable(Picture),
  }),
});
export type LinkSummary = v.InferOutput<typeof LinkSummary>;

/** What ails the whole of one end, by its own account: whatever it sends, or receives, suffers from it. */
export const Ailments = v.object({
  isProcessorBusy: v.boolean(),
  isUplinkThin: v.boolean(),
  isDownlinkThin: v.boolean(),
});
export type Ailments = v.InferOutput<typeof Ailments>;

/** Said every two seconds, of the connection that it comes over. */
export const Report = v.object({
  type: v.literal('report'),
  link: LinkSummary,
  ailments: Ailments,
});
export type Report = v.InferOutput<typeof Report>;

export const StatusMessage = v.variant('type', [View, Report]);
export type StatusMessage = v.InferOutput<typeof StatusMessage>;
