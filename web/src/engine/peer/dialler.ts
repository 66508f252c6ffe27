// Keeps up the connection to one peer: dials or answers, restarts ICE, and dials again when that does not help.
import type { Description, Letter, PeerMessage } from '../../../../protocol/peer.ts';
import { Emitter } from '../emitter.ts';
import type { Environment, Wake } from '../environment.ts';
import { emptySlots, type SlotName, type SlotTracks } from '../slots.ts';
import type { BulkChannel } from './bulk-channel.ts';
import type { Receipt } from './conversation.ts';
import { Dial, type DialMessage } from './dial.ts';
import { fingerprintOf, unclear } from './fingerprint.ts';
import type { LinkPort } from './link-port.ts';
import { type Fingerprints, type Link, linkOf } from './peer-state.ts';
import { RestartLadder } from './restart-ladder.ts';

export interface DiallerOptions {
  readonly environment: Environment;
  readonly polite: boolean;
  readonly configuration: RTCConfiguration;
  /** What is sent from the start. */
  readonly tracks: SlotTracks;
  readonly post: (message: PeerMessage) => Receipt;
}

interface DiallerEvents {
  /** `link` or `tracks` are others now. */
  changed: undefined;
  /** The way over the channel has opened, or closed. */
  path: undefined;
  /** Large things can be sent from now on, until it closes. */
  bulk: BulkChannel;
  /** The connection can be measured and set from now on, until it closes. */
  port: LinkPort;
  /** It came over the channel. */
  letter: Letter;
  /** The peer has closed the connection: it left, or dials again. */
  'hung-up': undefined;
  /** Somebody else was at the other end. Nothing is tried any more. */
  impostor: undefined;
}

export class Dialler extends Emitter<DiallerEvents> {
  readonly #options: DiallerOptions;
  readonly #ladder: RestartLadder;
  #configuration: RTCConfiguration;
  #outgoing: SlotTracks;
  #dial: Dial | undefined;
  /** Dials that were given up: what still comes for them comes too late. */
  readonly #retired = new Set<string>();
  /** For the latest offer of a dial, or request for a restart: neither is repeated while it is on its way. */
  #receipt: Receipt = () => true;
  #link: Link = 'connecting';
  #fingerprints: Fingerprints | undefined;
  /** What the peer has announced first: a page has one certificate for as long as it lives. */
  #announced: string | undefined;
  #hasEnded = false;
  #tracks: SlotTracks = emptySlots;

  constructor(options: DiallerOptions) {
    super();
    this.#options = options;
    this.#configuration = options.configuration;
    this.#outgoing = options.tracks;
    this.#ladder = new RestartLadder({
      clock: options.environment.clock,
      // Either side may dial again; the impolite is first, or both would.
      restartsBeforeRedial: options.polite ? 3 : 2,
      restart: () => this.#restart(),
      redial: () => this.#redial(),
      onLate: () => this.#changeLink('failed'),
      bytesReceived: async () => (await this.#dial?.bytesReceived()) ?? 0,
    });
  }

  get link(): Link {
    return this.#link;
  }

  /** What comes in. While a connection is being replaced these are the old one's, which have ended. */
  get tracks(): SlotTracks {
    return this.#tracks;
  }

  get voiceLevel(): number {
    return this.#dial?.voiceLevel ?? 0;
  }

  /** Undefined until the two were connected; a page keeps its certificate. */
  get fingerprints(): Fingerprints | undefined {
    return this.#fingerprints;
  }

  /** Makes a connection and offers it, in place of the one there is. */
  dial(): void {
    if (this.#hasEnded) return;
    this.#use(this.#makeDial(this.#options.environment.uniqueName(), true));
  }

  receive(message: DialMessage): void {
    if (this.#hasEnded) return;
    if (message.type === 'description' && !this.#isOfPeer(message.description)) {
      this.#endForGood();
      return;
    }
    this.#dialOf(message)?.receive(message);
  }

  /** The peer asks for an ICE restart of that dial. */
  restartRequested(dial: string): void {
    if (dial === this.#dial?.id) this.#ladder.request();
  }

  /** Sends over the channel if that is open and the connection up; says whether it did. */
  transmit(letter: Letter): boolean {
    return this.#link === 'connected' && (this.#dial?.transmit(letter) ?? false);
  }

  /** Sends `track` in `slot` from now on, or nothing. */
  send(slot: SlotName, track: MediaStreamTrack | null): void {
    this.#outgoing = { ...this.#outgoing, [slot]: track };
    this.#dial?.send(slot, track);
  }

  /** Uses this from the next ICE restart on; what runs is not touched. */
  configure(configuration: RTCConfiguration): void {
    this.#configuration = configuration;
    this.#dial?.configure(configuration);
  }

  /** The page or the network has come back, or the way by which offers travel. */
  wake(wake: Wake | 'room'): void {
    if (wake === 'network') this.#ladder.networkChanged();
    else this.#ladder.wake();
  }

  close(): void {
    this.removeAllListeners();
    this.#ladder.close();
    this.#dial?.close();
  }

  #isOfPeer({ sdp }: Description): boolean {
    const announced = fingerprintOf(sdp);
    this.#announced ??= announced;
    return announced !== unclear && announced === this.#announced;
  }

  #makeDial(id: string, offers: boolean): Dial {
    const { environment, polite } = this.#options;
    const configuration = this.#configuration;
    return new Dial({ environment, id, polite, offers, configuration, tracks: this.#outgoing });
  }

  #use(dial: Dial): void {
    if (this.#dial) this.#retired.add(this.#dial.id);
    this.#dial?.close();
    this.#dial = dial;
    dial.on('message', (message) => this.#post(message));
    dial.on('state', (state) => this.#follow(state));
    dial.on('adopted', () => this.#showTracks());
    dial.on('channel', () => this.emit('path', undefined));
    dial.on('bulk', (bulk) => this.emit('bulk', bulk));
    dial.on('port', (port) => this.emit('port', port));
    dial.on('letter', (letter) => this.emit('letter', letter));
    dial.on('hung-up', () => this.emit('hung-up', undefined));
    dial.on('impostor', () => this.#endForGood());
    dial.on('refused', () => {
      // What is connected stays so.
      if (this.#link === 'connecting') this.#changeLink('failed');
    });
    this.#follow('new');
    this.#showTracks();
  }

  /** The dial a message is for; an offer may begin one. When both sides dial at once the polite one gives way. */
  #dialOf(message: DialMessage): Dial | undefined {
    if (message.dial === this.#dial?.id) return this.#dial;
    const isOffer = message.type === 'description' && message.description.type === 'offer';
    if (!isOffer || this.#retired.has(message.dial)) return undefined;
    if (this.#dial?.isUnanswered && !this.#options.polite) return undefined;
    this.#use(this.#makeDial(message.dial, false));
    return this.#dial;
  }

  #post(message: DialMessage): void {
    const receipt = this.#options.post(message);
    if (this.#dial?.isUnanswered && message.type === 'description') this.#receipt = receipt;
  }

  #follow(state: RTCPeerConnectionState): void {
    const link = linkOf(state, this.#link);
    if (!link) return;
    this.#changeLink(link);
    this.#ladder.follow(state);
  }

  #changeLink(link: Link): void {
    const before = this.#link;
    this.#link = link;
    if (link === 'connected') {
      this.#fingerprints = this.#dial?.fingerprints;
      this.#showTracks();
    }
    this.emit('changed', undefined);
    if ((before === 'connected') !== (link === 'connected')) this.emit('path', undefined);
  }

  #showTracks(): void {
    if (!this.#dial || this.#link === 'interrupted') return;
    this.#tracks = this.#dial.tracks;
    this.emit('changed', undefined);
  }

  /** Nothing of an impostor's is shown or heard, and nobody is let in by that door any more. */
  #endForGood(): void {
    this.#hasEnded = true;
    this.#ladder.close();
    this.#dial?.close();
    this.#dial = undefined;
    this.#fingerprints = undefined;
    this.#tracks = emptySlots;
    this.#changeLink('failed');
    this.emit('impostor', undefined);
  }

  /** One side is enough, and by the rule of politeness it is always the same one. */
  #restart(): void {
    if (!this.#dial) this.#redial();
    else if (this.#options.polite) this.#askForRestart(this.#dial);
    else if (!this.#dial.isUnanswered) this.#dial.restartIce();
  }

  #askForRestart({ id }: Dial): void {
    if (this.#receipt()) this.#receipt = this.#options.post({ type: 'ice-restart', dial: id });
  }

  #redial(): void {
    if (this.#receipt()) this.dial();
  }
}
