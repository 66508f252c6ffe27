// A fake connection with the other half of an RTCPeerConnection: transceivers, a data channel, and a transport
// that connects the two sides once they have agreed. Each side finds the other by the ufrag in its description.
import { FakePeerConnection } from './fake-peer-connection.ts';
import { FakeTrack } from './fake-media.ts';
import type { Later } from './operations-chain.ts';

type FakeParameters = Pick<RTCRtpSendParameters, 'encodings'>;

interface FakeTransceiver {
  direction: RTCRtpTransceiverDirection;
  readonly mid: string;
  readonly receiver: { readonly track: FakeTrack };
  readonly sender: {
    track: unknown;
    replaceTrack(track: unknown): Promise<void>;
    setStreams(): void;
    getParameters(): FakeParameters;
    setParameters(parameters: FakeParameters): Promise<void>;
  };
}

export class FakeDataChannel extends EventTarget {
  binaryType = 'blob';
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  readyState: RTCDataChannelState = 'connecting';
  other: FakeDataChannel | undefined;
  /** Whether there is a way to the other side; what is sent without one is lost. */
  isConnected = true;

  open(other: FakeDataChannel): void {
    this.other = other;
    this.readyState = 'open';
    this.dispatchEvent(new Event('open'));
  }

  send(frame: string | ArrayBuffer): void {
    if (!this.isConnected) return;
    // As it is now, whatever its sender does with it.
    const data = typeof frame === 'string' ? frame : frame.slice();
    const bytes = typeof data === 'string' ? data.length : data.byteLength;
    this.bufferedAmount += bytes;
    queueMicrotask(() => {
      this.bufferedAmount -= bytes;
      this.other?.dispatchEvent(new MessageEvent('message', { data }));
    });
  }

  close(): void {
    if (this.readyState === 'closed') return;
    this.readyState = 'closed';
    this.dispatchEvent(new Event('close'));
    if (this.isConnected) queueMicrotask(() => this.other?.close());
  }
}

/** Every link alive in this process, by each ufrag it has written. */
const byUfrag = new Map<string, FakeLink>();
let links = 0;

export class FakeLink extends FakePeerConnection {
  connectionState: RTCPeerConnectionState = 'new';
  /** By their ids. */
  readonly channels = new Map<number, FakeDataChannel>();
  /** The other side, once both have agreed. */
  remote: FakeLink | undefined;
  bytesReceived = 0;
  /** Whose certificate it really uses, if not its own. */
  impostor: string | undefined;
  /** Whose connection it is. */
  owner: object | undefined;
  /** Whether packets get through to that one's connections. */
  canReach: (owner: object | undefined) => boolean = () => true;
  readonly #later: Later;
  readonly #transceivers: FakeTransceiver[] = [];
  #configuration: RTCConfiguration;

  constructor(name: string, later: Later, configuration: RTCConfiguration) {
    links += 1;
    super(`${name}-${links}-`, later);
    this.#later = later;
    this.#configuration = configuration;
    const [certificate] = configuration.certificates ?? [];
    this.fingerprint = certificate?.getFingerprints()[0]?.value ?? '';
  }

  getStats(): Promise<Map<string, object>> {
    const { bytesReceived, remote } = this;
    const transport = { type: 'transport', bytesReceived, remoteCertificateId: 'c' };
    const certificate = { type: 'certificate', id: 'c', fingerprint: remote?.usedFingerprint };
    return Promise.resolve(
      new Map<string, object>([
        ['t', transport],
        ['c', certificate],
      ]),
    );
  }

  get usedFingerprint(): string {
    return this.impostor ?? this.fingerprint;
  }

  getConfiguration(): RTCConfiguration {
    return this.#configuration;
  }

  setConfiguration(configuration: RTCConfiguration): void {
    if (this.signalingState === 'closed') throw new DOMException('closed', 'InvalidStateError');
    this.#configuration = configuration;
  }

  addTransceiver(
    trackOrKind: FakeTrack | 'audio' | 'video',
    { direction }: Pick<FakeTransceiver, 'direction'>,
  ): FakeTransceiver {
    const kind = typeof trackOrKind === 'string' ? trackOrKind : trackOrKind.kind;
    const track = typeof trackOrKind === 'string' ? null : trackOrKind;
    const transceiver = { ...makeTransceiver(this.#transceivers.length, kind, track), direction };
    if (this.#transceivers.push(transceiver) === 1) this.restartIce();
    return transceiver;
  }

  getTransceivers(): FakeTransceiver[] {
    return this.#transceivers;
  }

  createDataChannel(_label: string, { id }: { id: number }): FakeDataChannel {
    const channel = new FakeDataChannel();
    this.channels.set(id, channel);
    return channel;
  }

  /** The one that letters take. */
  get channel(): FakeDataChannel | undefined {
    return this.channels.get(0);
  }

  /** The path between the two breaks, or comes back, as this side sees it. */
  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    for (const channel of this.channels.values()) channel.isConnected = state === 'connected';
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  override close(): void {
    super.close();
    for (const channel of this.channels.values()) channel.close();
    this.connectionState = 'closed';
  }

  protected override wrote(ufrag: string): void {
    byUfrag.set(ufrag, this);
  }

  protected override received(ufrag: string): void {
    const other = byUfrag.get(ufrag);
    if (this.#transceivers.length > 0 || !other) return;
    const kinds = other.getTransceivers().map(({ receiver }) => receiver.track.kind);
    this.#transceivers.push(...kinds.map((kind, index) => makeTransceiver(index, kind, null)));
  }

  /** Called on the side that offered, when it has the answer. */
  protected override agreed(remoteUfrag: string): void {
    const other = byUfrag.get(remoteUfrag);
    if (!other) return;
    this.remote = other;
    other.remote = this;
    if ([this, other].every(({ connectionState }) => connectionState === 'connected')) return;
    this.#later(() => {
      if (this.signalingState === 'closed' || other.signalingState === 'closed') return;
      const isReachable = this.canReach(other.owner) && other.canReach(this.owner);
      for (const side of [this, other]) side.become(isReachable ? 'connected' : 'failed');
      if (!isReachable) return;
      for (const [id, channel] of this.channels) {
        const opposite = other.channels.get(id);
        if (!opposite) continue;
        channel.open(opposite);
        opposite.open(channel);
      }
    });
  }
}

function makeTransceiver(
  index: number,
  kind: 'audio' | 'video',
  track: FakeTrack | null,
): FakeTransceiver {
  let sending: FakeParameters = { encodings: [{ active: true }] };
  const sender: FakeTransceiver['sender'] = {
    track,
    replaceTrack(next) {
      sender.track = next;
      return Promise.resolve();
    },
    setStreams: () => undefined,
    getParameters: () => ({ ...sending }),
    setParameters(parameters) {
      sending = parameters;
      return Promise.resolve();
    },
  };
  return {
    direction: 'recvonly',
    mid: `${index}`,
    receiver: { track: new FakeTrack(kind) },
    sender,
  };
}
