// The signaling half of an RTCPeerConnection, as strict about states as a browser: offers, answers, rollback,
// candidates and `negotiationneeded` (W3C WebRTC, sections 4.4 and 4.7). Its SDP is a line of
// JSON and one that announces the certificate. No media flows.
import { type Later, OperationsChain } from './operations-chain.ts';

interface FakeSdp {
  readonly ufrag: string;
  /** How many ICE restarts the author had asked for when it wrote this. */
  readonly revision: number;
  /** The ufrag of the offer this answers. */
  readonly answers?: string;
}

interface FakeDescription {
  readonly type: 'offer' | 'answer';
  readonly sdp: string;
}

interface Pair {
  readonly local: FakeDescription | null;
  readonly remote: FakeDescription | null;
}

const nothing: Pair = { local: null, remote: null };
const candidatesPerDescription = 2;

export class FakePeerConnection extends EventTarget {
  signalingState: RTCSignalingState = 'stable';
  /** Of its certificate. */
  fingerprint = '';
  readonly #name: string;
  readonly #later: Later;
  readonly #chain: OperationsChain;
  #current = nothing;
  #pending = nothing;
  #wantedRevision = 0;
  #negotiatedRevision = 0;
  #isNegotiationNeeded = false;
  #written = 0;

  constructor(name: string, later: Later) {
    super();
    this.#name = name;
    this.#later = later;
    this.#chain = new OperationsChain(later, () => this.#updateNegotiationNeeded());
  }

  get localDescription(): FakeDescription | null {
    return this.#pending.local ?? this.#current.local;
  }

  get remoteDescription(): FakeDescription | null {
    return this.#pending.remote ?? this.#current.remote;
  }

  /** Whether everything this side wanted has been agreed on. */
  get isSettled(): boolean {
    return this.signalingState === 'stable' && this.#wantedRevision === this.#negotiatedRevision;
  }

  /** Asks for an offer of this side's own: a remote offer does not serve the purpose. */
  restartIce(): void {
    this.#wantedRevision += 1;
    this.#updateNegotiationNeeded();
  }

  setLocalDescription(): Promise<void> {
    return this.#chain.add(() => {
      if (this.signalingState === 'have-remote-offer') this.#setLocalAnswer();
      else this.#setLocalOffer();
      this.#gather();
    });
  }

  setRemoteDescription(description: FakeDescription): Promise<void> {
    return this.#chain.add(() => {
      if (description.type === 'offer') this.#setRemoteOffer(description);
      else this.#setRemoteAnswer(description);
    });
  }

  addIceCandidate({ usernameFragment }: RTCIceCandidateInit): Promise<void> {
    return this.#chain.add(() => {
      const known = [this.#current.remote, this.#pending.remote].map((each) => ufragOf(each));
      if (known.every((ufrag) => ufrag === undefined)) throw invalidState('no remote description');
      if (usernameFragment && !known.includes(usernameFragment)) {
        throw new DOMException(`unknown ufrag ${usernameFragment}`, 'OperationError');
      }
    });
  }

  close(): void {
    this.signalingState = 'closed';
    this.#chain.close();
  }

  /** For a subclass that has more than signaling: it wrote, received, or agreed on a description. */
  protected wrote(_ufrag: string): void {}
  protected received(_ufrag: string): void {}
  protected agreed(_remoteUfrag: string): void {}

  #setLocalOffer(): void {
    this.#pending = { local: { type: 'offer', sdp: this.#write() }, remote: null };
    this.signalingState = 'have-local-offer';
  }

  #setLocalAnswer(): void {
    const answers = ufragOf(this.#pending.remote);
    const local: FakeDescription = { type: 'answer', sdp: this.#write(answers) };
    this.#settle({ local, remote: this.#pending.remote });
  }

  #setRemoteOffer(remote: FakeDescription): void {
    // An offer of ours that is still open is rolled back.
    this.#pending = { local: null, remote };
    this.signalingState = 'have-remote-offer';
    this.received(ufragOf(remote) ?? '');
  }

  #setRemoteAnswer(remote: FakeDescription): void {
    if (this.signalingState !== 'have-local-offer') throw invalidState('an answer to no offer');
    const local = this.#pending.local;
    if (read(remote)?.answers !== ufragOf(local)) throw invalidState('an answer to another offer');
    this.#negotiatedRevision = read(local)?.revision ?? 0;
    this.#settle({ local, remote });
    this.agreed(ufragOf(remote) ?? '');
  }

  #settle(pair: Pair): void {
    this.#current = pair;
    this.#pending = nothing;
    this.signalingState = 'stable';
    this.#isNegotiationNeeded = false;
  }

  #updateNegotiationNeeded(): void {
    if (!this.#chain.isEmpty || this.signalingState !== 'stable') return;
    if (this.isSettled || this.#isNegotiationNeeded) return;
    this.#isNegotiationNeeded = true;
    this.#later(() => this.#fireNegotiationNeeded());
  }

  #fireNegotiationNeeded(): void {
    if (!this.#isNegotiationNeeded || this.signalingState !== 'stable') return;
    if (this.#chain.isEmpty) {
      this.dispatchEvent(new Event('negotiationneeded'));
    } else {
      // Looked at again when the chain has run empty.
      this.#isNegotiationNeeded = false;
    }
  }

  #gather(): void {
    const usernameFragment = ufragOf(this.localDescription);
    for (let index = 0; index < candidatesPerDescription; index += 1) {
      this.#later(() => {
        if (ufragOf(this.localDescription) !== usernameFragment) return;
        const candidate = {
          candidate: `candidate:${index}`,
          sdpMid: '0',
          sdpMLineIndex: 0,
          usernameFragment,
        };
        this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate }));
      });
    }
  }

  #write(answers?: string): string {
    this.#written += 1;
    const sdp: FakeSdp = {
      ufrag: `${this.#name}${this.#written}`,
      revision: this.#wantedRevision,
      ...(answers !== undefined && { answers }),
    };
    this.wrote(sdp.ufrag);
    const announced = this.fingerprint && `a=fingerprint:sha-256 ${this.fingerprint}\n`;
    return `${JSON.stringify(sdp)}\n${announced}`;
  }
}

function read(description: FakeDescription | null): FakeSdp | undefined {
  return description ? (JSON.parse(description.sdp.split('\n', 1)[0] ?? '') as FakeSdp) : undefined;
}

function ufragOf(description: FakeDescription | null): string | undefined {
  return read(description)?.ufrag;
}

function invalidState(message: string): DOMException {
  return new DOMException(message, 'InvalidStateError');
}
