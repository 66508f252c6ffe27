// Two connections of this page to each other, through one relay and nothing else. What goes from one end to the other has
// been to the relay and back.
import { Emitter } from '../emitter.ts';
import type { Clock, Environment } from '../environment.ts';
import { BulkChannel } from '../peer/bulk-channel.ts';

interface LoopbackEvents {
  /** Both channels are open, at both ends. */
  open: undefined;
  /** Neither end looks for ways to be reached any more. */
  gathered: undefined;
}

/** One of the two, and what it sends and receives with. */
export interface LoopbackEnd {
  readonly connection: RTCPeerConnection;
  /** As media go: out of order, and never sent twice. */
  readonly packets: RTCDataChannel;
}

const ends = ['near', 'far'] as const;
type EndName = (typeof ends)[number];

export class Loopback extends Emitter<LoopbackEvents> {
  readonly near: LoopbackEnd;
  readonly far: LoopbackEnd;
  /** Ways to be reached that the relay gave, at both ends. */
  candidateCount = 0;
  /** What it, or the way to it, answered with instead (W3C WebRTC, section 4.8.2; RFC 8489, section 14.8). */
  readonly errorCodes: number[] = [];
  readonly #clock: Clock;
  readonly #bulks: Partial<Record<EndName, BulkChannel>> = {};
  readonly #gathered = new Set<EndName>();

  constructor(environment: Environment, server: RTCIceServer) {
    super();
    this.#clock = environment.clock;
    const configuration: RTCConfiguration = { iceServers: [server], iceTransportPolicy: 'relay' };
    const make = () => endOf(environment.createPeerConnection(configuration));
    this.near = make();
    this.far = make();
    for (const name of ends) this.#listen(name);
  }

  /** What takes much at once; there is one at each end once it is open. */
  bulk(end: EndName): BulkChannel | undefined {
    return this.#bulks[end];
  }

  /** Resolves when each end knows of the other, and before they have found a way. Call it once. */
  async connect(): Promise<void> {
    const [near, far] = [this.near.connection, this.far.connection];
    try {
      await near.setLocalDescription();
      if (near.localDescription) await far.setRemoteDescription(near.localDescription);
      await far.setLocalDescription();
      if (far.localDescription) await near.setRemoteDescription(far.localDescription);
    } catch {
      return; // It was closed meanwhile.
    }
  }

  close(): void {
    this.removeAllListeners();
    for (const name of ends) this[name].connection.close();
  }

  #listen(name: EndName): void {
    const { connection, packets } = this[name];
    const other = name === 'near' ? this.far : this.near;
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (!candidate?.candidate) return;
      this.candidateCount += 1;
      // One that is refused is one way less.
      other.connection.addIceCandidate(candidate).catch(() => undefined);
    });
    connection.addEventListener('icecandidateerror', ({ errorCode }) => {
      this.errorCodes.push(errorCode);
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') this.#gathered.add(name);
      if (this.#gathered.size === ends.length) this.emit('gathered', undefined);
    });
    packets.addEventListener('open', () => this.#opened());
    const bulk = new BulkChannel(connection, {
      clock: this.#clock,
      onOpen: () => {
        this.#bulks[name] = bulk;
        this.#opened();
      },
    });
  }

  #opened(): void {
    const isOpen = ends.every(
      (name) => this[name].packets.readyState === 'open' && this.#bulks[name],
    );
    if (isOpen) this.emit('open', undefined);
  }
}

function endOf(connection: RTCPeerConnection): LoopbackEnd {
  const packets = connection.createDataChannel('packets', {
    negotiated: true,
    id: 0,
    ordered: false,
    maxRetransmits: 0,
  });
  packets.binaryType = 'arraybuffer';
  return { connection, packets };
}
