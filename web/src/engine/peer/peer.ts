// One remote peer: its connection, what it sends, and what it says about itself.
import * as v from 'valibot';
import type { PeerId } from '../../../../protocol/ids.ts';
import { type Letter, PeerMessage, type Profile } from '../../../../protocol/peer.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import { Mailbox } from '../signaling/mailbox.ts';
import { emptySlots, slotNames, type SlotName, type SlotTracks } from '../slots.ts';
import { CandidateBatch } from './candidate-batch.ts';
import { IceMonitor } from './ice-monitor.ts';
import { MediaSlots } from './media-slots.ts';
import { Negotiator } from './negotiator.ts';
import { PeerChannel } from './peer-channel.ts';
import { type PeerState, linkOf, slotsInUse } from './peer-state.ts';

export interface PeerOptions {
  readonly environment: Environment;
  readonly id: PeerId;
  readonly polite: boolean;
  /** The newcomer offers; whoever was there before answers. */
  readonly offers: boolean;
  readonly configuration: RTCConfiguration;
  /** What is sent from the start. */
  readonly tracks: SlotTracks;
}

interface PeerEvents {
  changed: PeerState;
  /** To be carried to the peer by the relay. */
  letter: Letter;
}

/** Closes with its peer: whoever made it calls `close` when that one has left. */
export class Peer extends Emitter<PeerEvents> {
  readonly #connection: RTCPeerConnection;
  readonly #negotiator: Negotiator;
  readonly #candidates: CandidateBatch;
  readonly #mailbox: Mailbox;
  readonly #iceMonitor: IceMonitor;
  readonly #slots: MediaSlots;
  readonly #polite: boolean;
  readonly #configuration: RTCConfiguration;
  #channel: PeerChannel | undefined;
  /** The number of the latest request for an ICE restart; the mailbox repeats it until it has arrived. */
  #restartRequest = 0;
  #state: PeerState;

  constructor({ environment, id, polite, offers, configuration, tracks }: PeerOptions) {
    super();
    this.#polite = polite;
    this.#configuration = configuration;
    this.#connection = environment.createPeerConnection(configuration);
    this.#mailbox = new Mailbox({
      clock: environment.clock,
      epoch: environment.random().toString(36).slice(2),
      transmit: (letter, isOverdue) => this.#transmit(letter, isOverdue),
    });
    this.#mailbox.on('message', (message) => this.#receive(message));
    this.#mailbox.on('overflow', () => this.#giveUp());
    this.#slots = new MediaSlots(this.#connection, environment);
    for (const slot of slotNames) this.#slots.send(slot, tracks[slot]);
    this.#iceMonitor = new IceMonitor({
      clock: environment.clock,
      restart: () => this.#restartIce(),
      onLate: () => this.#change({ link: 'failed' }),
    });
    this.#candidates = new CandidateBatch(environment.clock, (candidates) =>
      this.#mailbox.post({ type: 'candidates', candidates }),
    );
    this.#negotiator = new Negotiator({
      connection: this.#connection,
      polite,
      sendDescription: (description) => this.#mailbox.post({ type: 'description', description }),
      onOffer: () => this.#adopt(),
      onFailure: (refused) => {
        // What is connected stays so; a candidate that is refused is one way less.
        const isHopeless = refused === 'description' && this.#state.link !== 'connected';
        if (isHopeless) this.#change({ link: 'failed' });
      },
    });
    this.#listen();
    this.#state = {
      id,
      profile: undefined,
      link: 'connecting',
      slotsInUse: slotsInUse(emptySlots),
      tracks: this.#slots.received(),
    };
    if (offers) this.#initiate();
  }

  get state(): PeerState {
    return this.#state;
  }

  /** Says in full who this is and what it sends; once, when letters can be carried. */
  introduce(profile: Profile): void {
    this.tellProfile(profile);
    this.#tellSlots();
  }

  /** Uses these from the next ICE restart on; what runs is not touched. */
  setIceServers(iceServers: RTCIceServer[]): void {
    // A connection that was given up refuses, and has no use for them.
    if (this.#connection.signalingState === 'closed') return;
    this.#connection.setConfiguration({ ...this.#configuration, iceServers });
  }

  /** The page or the network has come back. */
  wake(): void {
    this.#iceMonitor.wake();
  }

  /** Takes a letter the relay brought from this peer. */
  receive(letter: Letter): void {
    this.#mailbox.receive(letter);
  }

  /** Sends `track` in `slot`, or nothing, and says so. */
  send(slot: SlotName, track: MediaStreamTrack | null): void {
    this.#slots.send(slot, track);
    this.#tellSlots();
  }

  tellProfile(profile: Profile): void {
    this.#mailbox.post({ type: 'profile', profile });
  }

  close(): void {
    this.#iceMonitor.close();
    this.#candidates.close();
    this.#mailbox.close();
    this.#channel?.close();
    this.#connection.close();
    this.removeAllListeners();
  }

  #listen(): void {
    const connection = this.#connection;
    connection.addEventListener('icecandidate', ({ candidate }) => this.#candidates.add(candidate));
    // Chromium's iceConnectionState can stay 'disconnected' when the connection has failed.
    connection.addEventListener('connectionstatechange', () => this.#followConnection());
  }

  #initiate(): void {
    this.#slots.add();
    this.#openChannel();
    this.#change({ tracks: this.#slots.received() });
  }

  #adopt(): void {
    this.#slots.adopt();
    if (!this.#channel) this.#openChannel();
    this.#change({ tracks: this.#slots.received() });
  }

  #openChannel(): void {
    const channel = new PeerChannel(this.#connection);
    this.#channel = channel;
    channel.on('letter', (letter) => this.#mailbox.receive(letter));
    channel.on('open', () => this.#mailbox.resend());
    channel.on('closed', () => this.#mailbox.resend());
  }

  /**
   * Over the channel while there is a way to the peer, through the relay otherwise. A channel stays open while its
   * connection is down, and a connection calls itself connected for seconds after the last packet: what is overdue,
   * or could restore it, must not wait in there.
   */
  #transmit(letter: Letter, isOverdue: boolean): void {
    const hasWay = this.#state.link === 'connected' && !isOverdue;
    const isSent = hasWay && this.#channel?.send(letter);
    if (!isSent) this.emit('letter', letter);
  }

  #receive(received: unknown): void {
    const decoded = v.safeParse(PeerMessage, received);
    if (!decoded.success) return;
    const message = decoded.output;
    switch (message.type) {
      case 'description':
        void this.#negotiator.receiveDescription(message.description);
        return;
      case 'candidates':
        for (const candidate of message.candidates)
          void this.#negotiator.receiveCandidate(candidate);
        return;
      case 'profile':
        this.#change({ profile: message.profile });
        return;
      case 'slots':
        this.#change({ slotsInUse: message.slots });
        return;
      case 'ice-restart':
        this.#iceMonitor.request();
        return;
      default:
        message satisfies never;
    }
  }

  #tellSlots(): void {
    this.#mailbox.post({ type: 'slots', slots: slotsInUse(this.#slots.outgoing) });
  }

  /** A peer that acknowledges nothing any more is not there, whatever its connection says. */
  #giveUp(): void {
    this.#iceMonitor.close();
    this.#connection.close();
    this.#change({ link: 'failed' });
  }

  #followConnection(): void {
    const { connectionState } = this.#connection;
    const link = linkOf(connectionState, this.#state.link);
    if (!link) return;
    const hadWay = this.#state.link === 'connected';
    const hasWay = link === 'connected';
    this.#change({ link });
    // From the channel to the relay, or back; a channel that has yet to open says so itself.
    if (hadWay !== hasWay && this.#channel?.isOpen) this.#mailbox.resend();
    this.#iceMonitor.follow(connectionState);
  }

  /** One side is enough, and by the rule of politeness it is always the same one. */
  #restartIce(): void {
    if (!this.#polite) {
      // An offer that is still open is on its way, again and again if need be.
      if (this.#connection.signalingState === 'stable') this.#connection.restartIce();
    } else if (this.#mailbox.hasArrived(this.#restartRequest)) {
      this.#restartRequest = this.#mailbox.post({ type: 'ice-restart' });
    }
  }

  #change(part: Partial<PeerState>): void {
    this.#state = { ...this.#state, ...part };
    this.emit('changed', this.#state);
  }
}
