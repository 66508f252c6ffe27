// How a picture is sent to one peer (RTCRtpEncodingParameters, W3C WebRTC, section 5.2.1).

export interface Layer {
  /** Nothing is sent while it is false. */
  readonly active: boolean;
  /** How many times smaller than the track, in each direction; at least 1. */
  readonly scaleResolutionDownBy: number;
  /** In bits per second. */
  readonly maxBitrate: number;
  /** In frames per second. */
  readonly maxFramerate: number;
}

/** Of what nobody sees. */
export const noLayer: Layer = {
  active: false,
  scaleResolutionDownBy: 1,
  maxBitrate: 0,
  maxFramerate: 0,
};
