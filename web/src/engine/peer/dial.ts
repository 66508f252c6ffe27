// One connection to a peer, from its first offer to its end. ICE restarts renew it; when they don't help, another
// dial takes its place.
import type { Letter, PeerMessage } from '../../../../protocol/peer.ts';
import { Emitter } from '../emitter.ts';
import type { Clock, Environment } from '../environment.ts';
import { slotNames, type SlotName, type SlotTracks } from '../slots.ts';
import { BulkChannel } from './bulk-channel.ts';
import { CandidateBatch } from './candidate-batch.ts';
import { fingerprintOf, usedFingerprints } from './fingerprint.ts';
import { LinkPort } from './link-port.ts';
import { MediaSlots } from './media-slots.ts';
import { Negotiator } from './negotiator.ts';
import { PeerChannel } from './peer-channel.ts';
import type { Fingerprints } from './peer-state.ts';

export interface DialOptions {
  readonly environment: Environment;
  /** Both sides call it by this. */
  readonly id: string;
  /** Exactly one of the two sides is: it gives way when offers collide. */
  readonly polite: boolean;
  /** Whoever dials offers first; the other side answers. */
  readonly offers: boolean;
  readonly configuration: RTCConfiguration;
  /** What is sent from the start. */
  readonly tracks: SlotTracks;
}

export type DialMessage = Extract<PeerMessage, { type: 'description' | 'candidates' }>;

interface DialEvents {
  /** To be carried to the other side. */
  message: DialMessage;
  state: RTCPeerConnectionState;
  /** The tracks that come in are known. */
  adopted: undefined;
  /** The connection refused a description: nothing more can be agreed. */
  refused: undefined;
  /** The channel opened, or closed and takes nothing any more. */
  channel: undefined;
  /** Large things can be sent from now on, until it closes. */
  bulk: BulkChannel;
  /** The connection can be measured and set from now on, until it closes. */
  port: LinkPort;
  /** It came over the channel. */
  letter: Letter;
  /** The other side has closed the connection. */
  'hung-up': undefined;
  /** The certificate at the other end is not the one that was announced. */
  impostor: undefined;
}

export class Dial extends Emitter<DialEvents> {
  readonly id: string;
  /** Whether this side dialled. */
  readonly offers: boolean;
  readonly #clock: Clock;
  readonly #connection: RTCPeerConnection;
  readonly #negotiator: Negotiator;
  readonly #candidates: CandidateBatch;
  readonly #slots: MediaSlots;
  #channel: PeerChannel | undefined;
  #bulk: BulkChannel | undefined;
  #port: LinkPort | undefined;
  #isAnswered = false;
  /** The fingerprint in what the other side has said, as it was said. */
  #announced: string | undefined;

  constructor(options: DialOptions) {
    super();
    const { environment, id, polite, offers, configuration, tracks } = options;
    this.id = id;
    this.offers = offers;
    this.#clock = environment.clock;
    this.#connection = environment.createPeerConnection(configuration);
    this.#slots = new MediaSlots(this.#connection, environment);
    for (const slot of slotNames) this.#slots.send(slot, tracks[slot]);
    this.#candidates = new CandidateBatch(environment.clock, (candidates) =>
      this.emit('message', { type: 'candidates', dial: id, candidates }),
    );
    this.#negotiator = new Negotiator({
      connection: this.#connection,
      polite,
      sendDescription: (description) =>
        this.emit('message', { type: 'description', dial: id, description }),
      onOffer: () => this.#adopt(),
      onFailure: (refused) => {
        // A candidate that is refused is one way less to connect.
        if (refused === 'description') this.emit('refused', undefined);
      },
    });
    this.#listen();
    if (!offers) return;
    this.#slots.add();
    this.#openChannels();
  }

  /** Whether this side dialled and the other has not answered yet. */
  get isUnanswered(): boolean {
    return this.offers && !this.#isAnswered;
  }

  /** What comes in. */
  get tracks(): SlotTracks {
    return this.#slots.received();
  }

  receive(message: DialMessage): void {
    switch (message.type) {
      case 'description':
        this.#isAnswered = true;
        this.#announced = fingerprintOf(message.description.sdp);
        void this.#negotiator.receiveDescription(message.description);
        return;
      case 'candidates':
        for (const candidate of message.candidates)
          void this.#negotiator.receiveCandidate(candidate);
        return;
      default:
        message satisfies never;
    }
  }

  /** Sends over the channel if it is open and takes more; says whether it did. */
  transmit(letter: Letter): boolean {
    return this.#channel?.send(letter) ?? false;
  }

  /** Sends `track` in `slot` from now on, or nothing. */
  send(slot: SlotName, track: MediaStreamTrack | null): void {
    this.#slots.send(slot, track);
  }

  /** Uses this from the next ICE restart on; what runs is not touched. */
  configure(configuration: RTCConfiguration): void {
    this.#connection.setConfiguration(configuration);
  }

  /** While an offer is still open the browser waits for its answer, and then restarts once, however often it was asked. */
  restartIce(): void {
    this.#connection.restartIce();
  }

  /** How loud the peer's microphone is at the moment, from 0 to 1. */
  get voiceLevel(): number {
    return this.#slots.levelOf('microphone');
  }

  /** Undefined until descriptions were exchanged. */
  get fingerprints(): Fingerprints | undefined {
    const local = fingerprintOf(this.#connection.localDescription?.sdp ?? '');
    return local && this.#announced ? { local, remote: this.#announced } : undefined;
  }

  /** Of all transports together, since the beginning. */
  async bytesReceived(): Promise<number> {
    let bytes = 0;
    const report = await this.#connection.getStats();
    report.forEach((stats: RTCStats & { readonly bytesReceived?: number }) => {
      if (stats.type === 'transport') bytes += stats.bytesReceived ?? 0;
    });
    return bytes;
  }

  close(): void {
    this.removeAllListeners();
    this.#candidates.close();
    this.#channel?.close();
    this.#bulk?.close();
    this.#port?.close();
    this.#connection.close();
  }

  #listen(): void {
    const connection = this.#connection;
    connection.addEventListener('icecandidate', ({ candidate }) => this.#candidates.add(candidate));
    // Chromium's iceConnectionState can stay 'disconnected' when the connection has failed.
    connection.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'connected') void this.#checkCertificate();
      this.emit('state', connection.connectionState);
    });
  }

  /** The browser has done the same (RFC 8827, section 5.6.4), with the description it was given. */
  async #checkCertificate(): Promise<void> {
    const used = await usedFingerprints(this.#connection);
    if (used.some((fingerprint) => fingerprint !== this.#announced))
      this.emit('impostor', undefined);
  }

  #adopt(): void {
    this.#slots.adopt();
    if (!this.#channel) this.#openChannels();
    this.emit('adopted', undefined);
  }

  #openChannels(): void {
    const channel = new PeerChannel(this.#connection);
    this.#channel = channel;
    channel.on('letter', (letter) => this.emit('letter', letter));
    channel.on('open', () => this.emit('channel', undefined));
    // This side never closes the channel alone.
    channel.on('closed', () => {
      this.emit('channel', undefined);
      this.emit('hung-up', undefined);
    });
    // After the one for letters, so that it opens after it.
    const bulk = new BulkChannel(this.#connection, {
      clock: this.#clock,
      onOpen: () => this.emit('bulk', bulk),
    });
    this.#bulk = bulk;
    this.#port = new LinkPort(this.#connection, {
      slots: this.#slots,
      bulk,
      onOpen: (port) => this.emit('port', port),
    });
  }
}
