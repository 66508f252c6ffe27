// Perfect negotiation for one RTCPeerConnection, as W3C WebRTC section 10.7 has it, with its three flags.
// Descriptions go out as the browser wrote them; no SDP text is ever edited.
import type { Candidate, Description } from '../../../../protocol/peer.ts';

export interface NegotiatorOptions {
  readonly connection: RTCPeerConnection;
  /** Exactly one of the two peers is polite: it gives way when offers collide. */
  readonly polite: boolean;
  sendDescription(description: Description): void;
  /** Called when a remote offer is set and not yet answered: the moment to adopt its transceivers. */
  onOffer(): void;
  /** The connection refused a description: nothing more can be agreed. Or a candidate: one way less to connect. */
  onFailure(refused: 'description' | 'candidate', error: unknown): void;
}

/** Lives and ends with its connection, which fires nothing once it is closed. */
export class Negotiator {
  readonly #options: NegotiatorOptions;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;

  constructor(options: NegotiatorOptions) {
    this.#options = options;
    options.connection.addEventListener('negotiationneeded', () => void this.#offer());
  }

  async receiveDescription(description: Description): Promise<void> {
    const { connection, polite } = this.#options;
    const isReadyForOffer =
      !this.#makingOffer &&
      (connection.signalingState === 'stable' || this.#isSettingRemoteAnswerPending);
    const isOfferCollision = description.type === 'offer' && !isReadyForOffer;
    this.#ignoreOffer = !polite && isOfferCollision;
    if (this.#ignoreOffer) return;
    try {
      this.#isSettingRemoteAnswerPending = description.type === 'answer';
      // Rolls our own offer back if there is one: only the polite peer gets here with one.
      await connection.setRemoteDescription(description);
      this.#isSettingRemoteAnswerPending = false;
      if (description.type === 'offer') await this.#answer();
    } catch (error) {
      this.#fail('description', error);
    }
  }

  async receiveCandidate(candidate: Candidate): Promise<void> {
    // The candidates of an offer that was ignored have nowhere to go. The flag is read now, not when the browser
    // has answered, as the specification's example does: the next description may have changed it by then.
    const isOfIgnoredOffer = this.#ignoreOffer;
    try {
      await this.#options.connection.addIceCandidate(candidate);
    } catch (error) {
      if (!isOfIgnoredOffer) this.#fail('candidate', error);
    }
  }

  async #offer(): Promise<void> {
    try {
      this.#makingOffer = true;
      await this.#options.connection.setLocalDescription();
      this.#sendLocalDescription();
    } catch (error) {
      this.#fail('description', error);
    } finally {
      this.#makingOffer = false;
    }
  }

  async #answer(): Promise<void> {
    this.#options.onOffer();
    await this.#options.connection.setLocalDescription();
    this.#sendLocalDescription();
  }

  #sendLocalDescription(): void {
    const description = this.#options.connection.localDescription;
    if (description?.type !== 'offer' && description?.type !== 'answer') return;
    this.#options.sendDescription({ type: description.type, sdp: description.sdp });
  }

  #fail(refused: 'description' | 'candidate', error: unknown): void {
    // Closing a connection rejects whatever was under way; nobody is left to care.
    if (this.#options.connection.signalingState !== 'closed')
      this.#options.onFailure(refused, error);
  }
}
