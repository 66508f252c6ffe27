// How a sender encodes, changed while it sends: one change at a time, the last word last, as browsers ask for it.

/** What is changed of the one encoding a sender has (RTCRtpEncodingParameters, W3C WebRTC, section 5.2.1). */
export type Encoding = Partial<RTCRtpEncodingParameters> & {
  /** One of those negotiated; not in every browser, nor in TypeScript. */
  readonly codec?: RTCRtpCodec;
  /** What the browser spares by itself (W3C MediaStreamTrack Content Hints, section 4); not in every browser. */
  readonly degradationPreference?: RTCDegradationPreference;
};

type Sender = Pick<RTCRtpSender, 'getParameters' | 'setParameters'>;

export class EncodingChanges {
  readonly #sender: Sender;
  #wanted: Encoding = {};
  /** What the browser has taken. */
  #had: Encoding = {};
  #isSetting = false;

  constructor(sender: Sender) {
    this.#sender = sender;
  }

  /** Takes effect soon. What the browser refuses changes nothing, and is tried again with the next call. */
  make(change: Encoding): void {
    this.#wanted = { ...this.#wanted, ...change };
    if (!this.#isSetting && !isSame(this.#wanted, this.#had)) void this.#set();
  }

  async #set(): Promise<void> {
    this.#isSetting = true;
    const wanted = this.#wanted;
    const { codec, ...others } = wanted;
    // A codec that is refused must not take the rest along.
    const isTaken = (await this.#offer(wanted)) || (codec && (await this.#offer(others)));
    this.#isSetting = false;
    if (isTaken) this.#had = wanted;
    // There was another word meanwhile.
    if (wanted !== this.#wanted) this.make({});
  }

  async #offer({ degradationPreference, ...wanted }: Encoding): Promise<boolean> {
    const parameters = this.#sender.getParameters();
    const [encoding] = parameters.encodings;
    if (!encoding) return false; // Nothing is negotiated: nothing is sent.
    parameters.encodings = [{ ...encoding, ...wanted }];
    if (degradationPreference) Object.assign(parameters, { degradationPreference });
    try {
      await this.#sender.setParameters(parameters);
      return true;
    } catch {
      return false; // It is closed, or was negotiated anew while it was asked.
    }
  }
}

function isSame(one: Encoding, other: Encoding): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
