// What this platform does in hardware, and what a peer is therefore sent.
import { type Capabilities, commonCodec, efficientCodecs } from './codecs.ts';
import { type MeasuredLink, pictureSlots } from './measured-link.ts';

export class PlatformCodecs {
  #encodes: readonly string[] = [];
  #decodes: readonly string[] = [];

  /** MIME types; none until the platform has said. */
  get decodes(): readonly string[] {
    return this.#decodes;
  }

  async ask(capabilities: Capabilities | undefined): Promise<void> {
    this.#encodes = await efficientCodecs(capabilities, 'encodingInfo');
    this.#decodes = await efficientCodecs(capabilities, 'decodingInfo');
  }

  chooseFor(link: Pick<MeasuredLink, 'view' | 'sendIn'>): void {
    const decodes = link.view?.efficient ?? [];
    for (const slot of pictureSlots)
      link.sendIn(slot, (negotiated) => commonCodec(negotiated, this.#encodes, decodes));
  }
}
