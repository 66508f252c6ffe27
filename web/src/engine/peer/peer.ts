// One remote peer: its connection, what it sends, and what it says about itself.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { PeerMessage, Profile, SlotsInUse } from '../../../../protocol/peer.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import { slotNames, type SlotName, type SlotTracks } from '../slots.ts';
import { CandidateBatch } from './candidate-batch.ts';
import { MediaSlots } from './media-slots.ts';
import { Negotiator } from './negotiator.ts';
import { PeerChannel } from './peer-channel.ts';

export type Link = 'connecting' | 'connected' | 'interrupted' | 'failed';

export interface PeerState {
  readonly id: PeerId;
  /** Undefined until the peer has told it. */
  readonly profile: Profile | undefined;
  readonly link: Link;
  readonly slotsInUse: SlotsInUse;
  readonly tracks: SlotTracks;
}

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
  signal: PeerMessage;
}

const nothingInUse: SlotsInUse = {
  microphone: false,
  camera: false,
  screen: false,
  screenAudio: false,
};

/** Browsers that have nothing to try may stay silent for ever; those that have, give up after as long. */
const connectPatienceMs = 15_000;

/** Closes with its peer: whoever made it calls `close` when that one has left. */
export class Peer extends Emitter<PeerEvents> {
  readonly #connection: RTCPeerConnection;
  readonly #negotiator: Negotiator;
  readonly #candidates: CandidateBatch;
  readonly #slots: MediaSlots;
  readonly #polite: boolean;
  readonly #stopWaiting: () => void;
  #channel: PeerChannel | undefined;
  #hasChannelSpoken = false;
  #presence: Presence;
  #state: PeerState;

  constructor({ environment, id, polite, offers, configuration, presence }: PeerOptions) {
    super();
    this.#polite = polite;
    this.#presence = presence;
    this.#connection = environment.createPeerConnection(configuration);
    this.#slots = new MediaSlots(this.#connection, environment);
    for (const slot of slotNames) this.#slots.send(slot, presence.tracks[slot]);
    this.#candidates = new CandidateBatch(environment.clock, (candidates) =>
      this.emit('signal', { type: 'candidates', candidates }),
    );
    this.#negotiator = new Negotiator({
      connection: this.#connection,
      polite,
      sendDescription: (description) => this.emit('signal', { type: 'description', description }),
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
      slotsInUse: nothingInUse,
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
    this.#tell({ type: 'profile', profile: this.#presence.profile });
    this.#tellSlots();
  }

  /** Takes a message the relay brought from this peer. */
  receive(message: PeerMessage): void {
    switch (message.type) {
      case 'description':
        void this.#negotiator.receiveDescription(message.description);
        return;
      case 'candidates':
        for (const candidate of message.candidates)
          void this.#negotiator.receiveCandidate(candidate);
        return;
      case 'profile':
      case 'slots':
        // What the channel said is newer than anything still under way through the relay.
        if (!this.#hasChannelSpoken) this.#learn(message);
        return;
      case 'profile-request':
        return;
      default:
        message satisfies never;
    }
  }

  /** Sends `track` in `slot`, or nothing, and says so. */
  send(slot: SlotName, track: MediaStreamTrack | null): void {
    this.#presence = { ...this.#presence, tracks: { ...this.#presence.tracks, [slot]: track } };
    this.#slots.send(slot, track);
    this.#tellSlots();
  }

  tellProfile(profile: Profile): void {
    this.#presence = { ...this.#presence, profile };
    this.#tell({ type: 'profile', profile });
  }

  close(): void {
    this.#stopWaiting();
    this.#candidates.close();
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
    channel.on('message', (message) => {
      this.#hasChannelSpoken = true;
      this.#learn(message);
    });
    channel.on('open', () => this.introduce());
    channel.on('closed', () => {
      this.#hasChannelSpoken = false;
    });
  }

  /** Over the channel once it is open, through the relay before. */
  #tell(message: PeerMessage): void {
    if (!this.#channel?.send(message)) this.emit('signal', message);
  }

  #learn(message: PeerMessage): void {
    if (message.type === 'profile') this.#change({ profile: message.profile });
    else if (message.type === 'slots') this.#change({ slotsInUse: message.slots });
  }

  #tellSlots(): void {
    const { microphone, camera, screen, screenAudio } = this.#presence.tracks;
    const slots: SlotsInUse = {
      microphone: microphone !== null,
      camera: camera !== null,
      screen: screen !== null,
      screenAudio: screenAudio !== null,
    };
    this.#tell({ type: 'slots', slots });
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

function linkOf(state: RTCPeerConnectionState): Link | undefined {
  switch (state) {
    case 'new':
    case 'connecting':
      return 'connecting';
    case 'connected':
      return 'connected';
    case 'disconnected':
      return 'interrupted';
    case 'failed':
      return 'failed';
    case 'closed':
      return undefined;
    default:
      return state satisfies never;
  }
}
