// One remote peer for as long as it is in the call: who it says it is, what is said to it, and how it is reached.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { ChatMessage } from '../../../../protocol/peer-chat.ts';
import type { Letter, PeerMessage, SaidMessage } from '../../../../protocol/peer.ts';
import { Emitter } from '../emitter.ts';
import type { Environment, Wake } from '../environment.ts';
import type { SlotName } from '../slots.ts';
import type { BulkChannel } from './bulk-channel.ts';
import { Conversation } from './conversation.ts';
import { Dialler } from './dialler.ts';
import type { LinkPort } from './link-port.ts';
import { type OwnState, introductionOf, slotsMessage } from './own-state.ts';
import { type Alarm, type PeerState, type Standing, unknownPeer } from './peer-state.ts';

/** Nobody is hung up on before that; a connection may come back by itself, even without the room. */
const lostPatienceMs = 120_000;

export interface PeerOptions {
  readonly environment: Environment;
  readonly id: PeerId;
  readonly polite: boolean;
  /** The newcomer offers; whoever was there before answers. */
  readonly offers: boolean;
  readonly standing: Standing;
  readonly configuration: RTCConfiguration;
  /** What there is to say of this side, now and later. */
  readonly own: () => OwnState;
}

interface PeerEvents {
  changed: PeerState;
  /** To be carried to the peer by the relay. */
  letter: Letter;
  said: SaidMessage;
  /** Large things can be sent from now on, until it closes. */
  bulk: BulkChannel;
  /** The connection can be measured and set from now on, until it closes. */
  port: LinkPort;
  /** The peer has left, by its own word or by all that can be seen. */
  gone: undefined;
}

/** Closes with its peer: whoever made it calls `close` when that one is gone. */
export class Peer extends Emitter<PeerEvents> {
  readonly #environment: Environment;
  readonly #own: () => OwnState;
  readonly #conversation: Conversation;
  readonly #dialler: Dialler;
  #standing: Standing;
  #isRoomReachable = true;
  #isRedialDue = false;
  #cancelFarewell: (() => void) | undefined;
  #state: PeerState;

  constructor(options: PeerOptions) {
    super();
    const { environment, id, polite, offers, standing, configuration, own } = options;
    this.#environment = environment;
    this.#standing = standing;
    this.#own = own;
    this.#conversation = new Conversation({
      environment,
      transmit: (letter, isOverdue) => this.#transmit(letter, isOverdue),
      introduction: () => introductionOf(own()),
    });
    this.#dialler = new Dialler({
      environment,
      polite,
      configuration,
      tracks: own().tracks,
      post: (message) => this.#conversation.post(message),
    });
    const { link } = this.#dialler;
    this.#state = unknownPeer(id, link);
    this.#listen();
    if (offers) this.#dialler.dial();
  }

  get state(): PeerState {
    return this.#state;
  }

  /** Says who this is and what it sends; once, when letters can be carried. */
  introduce(): void {
    this.#conversation.introduce();
  }

  /** How loud the peer is at the moment, from 0 to 1. */
  get voiceLevel(): number {
    return this.#dialler.voiceLevel;
  }

  /** Tells the peer something. */
  tell(message: PeerMessage): void {
    this.#conversation.post(message);
  }

  /** The same with a look at whether it has arrived: see PeerState.unheard. */
  say(message: ChatMessage): void {
    this.#conversation.say(message);
  }

  /** Sends the track that is in `slot` now, or nothing, and says so. */
  send(slot: SlotName): void {
    this.#dialler.send(slot, this.#own().tracks[slot]);
    this.tell(slotsMessage(this.#own()));
  }

  configure(configuration: RTCConfiguration): void {
    this.#dialler.configure(configuration);
  }

  /** Shown for as long as this peer is there. */
  raiseAlarm(alarm: Alarm): void {
    if (this.#state.alarm !== 'impostor') this.#change({ alarm });
  }

  /** The room has said where it has the peer. */
  setStanding(standing: Standing): void {
    this.#followRelay(() => (this.#standing = standing));
    // The room's word, and nothing that speaks against it.
    if (standing === 'lost' && this.#state.link !== 'connected') this.emit('gone', undefined);
    if (standing !== 'lost') this.#stay();
  }

  /** The room can be reached, or not: what it said last holds until it is back. */
  setRoomReachable(isReachable: boolean): void {
    this.#followRelay(() => (this.#isRoomReachable = isReachable));
  }

  /** Replaces the connection by one with the present configuration, as soon as an offer can reach the peer. */
  redial(): void {
    this.#isRedialDue = !this.#hasRelay;
    if (this.#hasRelay) this.#dialler.dial();
  }

  /** The page or the network has come back. */
  wake(wake: Wake): void {
    this.#dialler.wake(wake);
  }

  /** Takes a letter the relay brought from this peer. */
  receive(letter: Letter): void {
    this.#conversation.receive(letter);
  }

  close(): void {
    this.removeAllListeners();
    this.#stay();
    this.#dialler.close();
    this.#conversation.close();
  }

  get #hasRelay(): boolean {
    return this.#isRoomReachable && this.#standing === 'present';
  }

  /** When the relay reaches the peer again, what could not be said is said, and what is down is tried again. */
  #followRelay(change: () => unknown): void {
    const hadRelay = this.#hasRelay;
    change();
    if (hadRelay || !this.#hasRelay) return;
    this.#conversation.resend();
    if (this.#isRedialDue) this.redial();
    else this.#dialler.wake('room');
  }

  #listen(): void {
    this.#conversation.on('message', (message) => this.#receive(message));
    // What was agreed on is forgotten too.
    this.#conversation.on('anew', () => this.#dialler.dial());
    this.#conversation.on('unheard', (unheard) => this.#change({ unheard }));
    this.#dialler.on('changed', () => this.#followLink());
    this.#dialler.on('impostor', () => this.raiseAlarm('impostor'));
    this.#dialler.on('path', () => this.#conversation.resend());
    this.#dialler.on('letter', (letter) => this.#conversation.receive(letter));
    this.#dialler.on('bulk', (bulk) => this.emit('bulk', bulk));
    this.#dialler.on('port', (port) => this.emit('port', port));
    this.#dialler.on('hung-up', () => {
      // Of one the room still has in its seat, the room, or another dial, will tell.
      if (!this.#isRoomReachable || this.#standing === 'lost') this.emit('gone', undefined);
    });
  }

  /**
   * Over the channel while there is a way to the peer, through the relay otherwise. A channel stays open while its
   * connection is down, and a connection calls itself connected for seconds after the last packet: what is overdue,
   * or could restore it, must not wait in there.
   */
  #transmit(letter: Letter, isOverdue: boolean): void {
    const isOnlyWay = !this.#hasRelay;
    const isSent = (!isOverdue || isOnlyWay) && this.#dialler.transmit(letter);
    if (!isSent && !isOnlyWay) this.emit('letter', letter);
  }

  #receive(message: PeerMessage): void {
    switch (message.type) {
      case 'description':
      case 'candidates':
        this.#dialler.receive(message);
        return;
      case 'ice-restart':
        this.#dialler.restartRequested(message.dial);
        return;
      case 'profile':
        this.#change({ profile: message.profile });
        return;
      case 'slots':
        this.#change({ slotsInUse: message.slots });
        return;
      case 'hand':
        this.#change({ isHandRaised: message.isRaised });
        return;
      case 'bye':
        this.emit('gone', undefined);
        return;
      default:
        this.emit('said', message satisfies SaidMessage);
    }
  }

  #followLink(): void {
    const { link, tracks, fingerprints } = this.#dialler;
    this.#change({ link, tracks, fingerprints });
    if (link === 'connected') this.#stay();
    else if (this.#standing === 'lost') this.#cancelFarewell ??= this.#prepareFarewell();
  }

  #prepareFarewell(): () => void {
    return this.#environment.clock.after(lostPatienceMs, () => this.emit('gone', undefined));
  }

  #stay(): void {
    this.#cancelFarewell?.();
    this.#cancelFarewell = undefined;
  }

  #change(part: Partial<PeerState>): void {
    this.#state = { ...this.#state, ...part };
    this.emit('changed', this.#state);
  }
}
