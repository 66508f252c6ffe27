// One remote peer: its connection, what it sends, and what it says about itself.
import * as v from 'valibot';
import type { PeerId } from '../../../../protocol/ids.ts';
import { type Letter, PeerMessage, type Profile } from '../../../../protocol/peer.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import { Mailbox } from '../signaling/mailbox.ts';
import { emptySlots, slotNames, type SlotName, type SlotTracks } from '../slots.ts';
import { CandidateBatch } from './candidate-batch.ts';
import { MediaSlots } from './media-slots.ts';
import { Negotiator } from './negotiator.ts';
import { PeerChannel } from './peer-channel.ts';
import { type PeerState, linkOf, slotsInUse } from './peer-state.ts';

/** What this side tells every peer about itself. */
export interface Presence {
  readonly profile: Profile;
  readonly tracks: SlotTracks;
}

export interface PeerOptions {
  readonly environment: Environment;
  readonly id: PeerId;
  readonly polite: boolean;
  /** The newcomer offers; whoever was there before answers. */
  readonly offers: boolean;
  readonly configuration: RTCConfiguration;
  readonly presence: Presence;
}

interface PeerEvents {
  changed: PeerState;
  /** To be carried to the peer by the relay. */
  letter: Letter;
}

/** Browsers that have nothing to try may stay silent for ever; those that have, give up after as long. */
const connectPatienceMs = 15_000;

/** Closes with its peer: whoever made it calls `close` when that one has left. */
export class Peer extends Emitter<PeerEvents> {
  readonly #connection: RTCPeerConnection;
  readonly #negotiator: Negotiator;
  readonly #candidates: CandidateBatch;
  readonly #mailbox: Mailbox;
  readonly #slots: MediaSlots;
  readonly #polite: boolean;
  readonly #stopWaiting: () => void;
  #channel: PeerChannel | undefined;
  #presence: Presence;
  #state: PeerState;

  constructor({ environment, id, polite, offers, configuration, presence }: PeerOptions) {
    super();
    this.#polite = polite;
    this.#presence = presence;
    this.#connection = environment.createPeerConnection(configuration);
    this.#mailbox = new Mailbox({
      clock: environment.clock,
      epoch: environment.random().toString(36).slice(2),
      transmit: (letter) => this.#transmit(letter),
    });
    this.#mailbox.on('message', (message) => this.#receive(message));
    // A peer that acknowledges nothing any more is not there, whatever its connection says.
    this.#mailbox.on('overflow', () => this.#change({ link: 'failed' }));
    this.#slots = new MediaSlots(this.#connection, environment);
    for (const slot of slotNames) this.#slots.send(slot, presence.tracks[slot]);
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
    this.#stopWaiting = environment.clock.after(connectPatienceMs, () => this.#giveUpConnecting());
    if (offers) this.#initiate();
  }

  get state(): PeerState {
    return this.#state;
  }

  /** Says in full who this is and what it sends. */
  introduce(): void {
    this.#mailbox.post({ type: 'profile', profile: this.#presence.profile });
    this.#tellSlots();
  }

  /** Takes a letter the relay brought from this peer. */
  receive(letter: Letter): void {
    this.#mailbox.receive(letter);
  }

  /** Sends `track` in `slot`, or nothing, and says so. */
  send(slot: SlotName, track: MediaStreamTrack | null): void {
    this.#presence = { ...this.#presence, tracks: { ...this.#presence.tracks, [slot]: track } };
    this.#slots.send(slot, track);
    this.#tellSlots();
  }

  tellProfile(profile: Profile): void {
    this.#presence = { ...this.#presence, profile };
    this.#mailbox.post({ type: 'profile', profile });
  }

  close(): void {
    this.#stopWaiting();
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

  /** Over the channel while it is open, through the relay before and after. */
  #transmit(letter: Letter): void {
    if (!this.#channel?.send(letter)) this.emit('letter', letter);
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
      default:
        message satisfies never;
    }
  }

  #tellSlots(): void {
    this.#mailbox.post({ type: 'slots', slots: slotsInUse(this.#presence.tracks) });
  }

  #giveUpConnecting(): void {
    if (this.#state.link === 'connecting') this.#change({ link: 'failed' });
  }

  #followConnection(): void {
    const link = linkOf(this.#connection.connectionState);
    if (link) this.#change({ link });
    // One side is enough, and by the rule of politeness it is always the same one.
    if (link === 'failed' && !this.#polite) this.#connection.restartIce();
  }

  #change(part: Partial<PeerState>): void {
    this.#state = { ...this.#state, ...part };
    this.emit('changed', this.#state);
  }
}
