// How a sender encodes, changed while it sends: one change at a time, the last word last, as browsers ask for it.

/** What is changed of the one encoding a sender has (RTCRtpEncodingParameters, W3C WebRTC, section 5.2.1). */
export type Encoding = Partial<RTCRtpEncodingParameters> & {
  /** One of those negotiated; not in every browser, nor in TypeScript. */
  readonly codec?: RTCRtpCodec;
};

type Sender = Pick<RTCRtpSender, 'getParameters' | 'setParameters'>;

export class EncodingChanges {
  readonly #sender: Sender;
  #wanted: Encoding = {};
  #isSetting = false;
  #isDue = false;

  constructor(sender: Sender) {
    this.#sender = sender;
  }

  /** Takes effect soon; what a browser refuses changes nothing. */
  make(change: Encoding): void {
    this.#wanted = { ...this.#wanted, ...change };
    this.#isDue = true;
    if (!this.#isSetting) void this.#set();
  }

  async #set(): Promise<void> {
    this.#isSetting = true;
    while (this.#isDue) {
      this.#isDue = false;
      const parameters = this.#sender.getParameters();
      const [encoding] = parameters.encodings;
      if (!encoding) break; // Nothing is negotiated: nothing is sent.
      parameters.encodings = [{ ...encoding, ...this.#wanted }];
      try {
        await this.#sender.setParameters(parameters);
      } catch {
        // The connection is closed, or was negotiated anew meanwhile: the next change brings all of it.
      }
    }
    this.#isSetting = false;
  }
}
