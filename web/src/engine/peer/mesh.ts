// Everyone this side is connected with, and what it sends to all of them.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { ChatMessage } from '../../../../protocol/peer-chat.ts';
import type { Letter, PeerMessage, Profile, SaidMessage } from '../../../../protocol/peer.ts';
import type { Ice, Seat } from '../../../../protocol/relay.ts';
import type { Policy } from '../../../../protocol/room.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import { unseenRoom } from '../room-view.ts';
import { emptySlots, type SlotName } from '../slots.ts';
import type { BulkChannel } from './bulk-channel.ts';
import type { LinkPort } from './link-port.ts';
import { type OwnSide, type OwnState, handMessage, profileMessage } from './own-state.ts';
import type { PeerState, Standing } from './peer-state.ts';
import { Peer } from './peer.ts';

interface MeshEvents {
  changed: undefined;
  /** To be carried by the relay. */
  letter: { readonly to: PeerId; readonly letter: Letter };
  said: { readonly from: PeerState; readonly message: SaidMessage };
  /** Large things can be sent to that peer from now on, until it closes. */
  bulk: { readonly id: PeerId; readonly bulk: BulkChannel };
  /** The connection to that peer can be measured and set from now on, until it closes. */
  port: { readonly id: PeerId; readonly port: LinkPort };
  /** Another track, or none, is sent in that slot. */
  published: SlotName;
  /** That peer is no longer there. */
  gone: PeerId;
}

export class Mesh extends Emitter<MeshEvents> implements OwnSide {
  readonly #environment: Environment;
  readonly #stopWaking: () => void;
  readonly #peers = new Map<PeerId, Peer>();
  /** Who was seen to leave, and may not have told the room. */
  readonly #departed = new Set<PeerId>();
  #self: PeerId | undefined;
  /** One transport for all slots: each one more would cost another allocation on the relay. */
  #configuration: RTCConfiguration = { bundlePolicy: 'max-bundle', iceTransportPolicy: 'all' };
  #hidesAddress = false;
  #policy: Policy = unseenRoom.policy;
  #own: OwnState;

  constructor(environment: Environment, profile: Profile) {
    super();
    this.#environment = environment;
    this.#stopWaking = environment.onWake((wake) => {
      for (const peer of this.#peers.values()) peer.wake(wake);
    });
    this.#own = { profile, tracks: emptySlots, isHandRaised: false };
  }

  get states(): PeerState[] {
    return Array.from(this.#peers.values(), (peer) => peer.state);
  }

  /** Under which id the others know this side, once it has met them. */
  get self(): PeerId | undefined {
    return this.#self;
  }

  get own(): OwnState {
    return this.#own;
  }

  /** How loud each of them is at the moment, from 0 to 1. */
  get voiceLevels(): ReadonlyMap<PeerId, number> {
    return new Map(Array.from(this.#peers, ([id, peer]) => [id, peer.voiceLevel]));
  }

  setProfile(profile: Profile): void {
    this.#own = { ...this.#own, profile };
    this.tellAll(profileMessage(this.#own));
  }

  raiseHand(isHandRaised: boolean): void {
    this.#own = { ...this.#own, isHandRaised };
    this.tellAll(handMessage(this.#own));
    this.emit('changed', undefined);
  }

  publish(slot: SlotName, track: MediaStreamTrack | null): void {
    if (this.#own.tracks[slot] === track) return;
    this.#own = { ...this.#own, tracks: { ...this.#own.tracks, [slot]: track } };
    for (const peer of this.#peers.values()) peer.send(slot);
    this.emit('published', slot);
  }

  /** Tells one peer something, if it is there. */
  tell(id: PeerId, message: PeerMessage): void {
    this.#peers.get(id)?.tell(message);
  }

  /** Tells everyone who is there now. */
  tellAll(message: PeerMessage): void {
    for (const peer of this.#peers.values()) peer.tell(message);
  }

  /** The same with a look at who has yet to hear it: see PeerState.unheard. */
  say(message: ChatMessage): void {
    for (const peer of this.#peers.values()) peer.say(message);
  }

  /**
   * Follows the room's word on who has a seat. There is a connection to everyone in `seats` then; who is in none, and
   * did not say goodbye, stays as long as their connection lives. Under another id everyone is met anew.
   */
  meet(seats: readonly Seat[], { self, offers }: { self: PeerId; offers: boolean }): void {
    if (self !== this.#self) this.clear();
    this.#self = self;
    for (const { id, away } of seats) {
      // The room was down when they left, and keeps the seat for nobody.
      const hasLeft = away && this.#departed.has(id);
      if (!hasLeft) this.connect(id, { offers, standing: away ? 'away' : 'present' });
    }
    const seated = new Set(seats.map(({ id }) => id));
    for (const id of this.#peers.keys()) if (!seated.has(id)) this.setStanding(id, 'lost');
    // Last, or those who are away would be written to.
    this.setRoomReachable(true);
  }

  /** Makes a connection, once this side has met the room; someone there is one with already only changes standing. */
  connect(id: PeerId, { offers, standing }: { offers: boolean; standing: Standing }): void {
    this.setStanding(id, standing);
    if (this.#peers.has(id) || this.#self === undefined) return;
    const peer = new Peer({
      environment: this.#environment,
      id,
      polite: this.#self < id,
      offers,
      standing,
      configuration: this.#configuration,
      own: () => this.#own,
    });
    peer.on('letter', (letter) => this.emit('letter', { to: id, letter }));
    peer.on('changed', () => this.emit('changed', undefined));
    peer.on('said', (message) => this.emit('said', { from: peer.state, message }));
    peer.on('bulk', (bulk) => this.emit('bulk', { id, bulk }));
    peer.on('port', (port) => this.emit('port', { id, port }));
    peer.on('gone', () => {
      this.#departed.add(id);
      this.drop(id);
    });
    this.#departed.delete(id);
    this.#peers.set(id, peer);
    peer.introduce();
  }

  /** The room has said where it has this peer. */
  setStanding(id: PeerId, standing: Standing): void {
    this.#peers.get(id)?.setStanding(standing);
  }

  setRoomReachable(isReachable: boolean): void {
    for (const peer of this.#peers.values()) peer.setRoomReachable(isReachable);
  }

  /**
   * Renews the relay's credentials for every connection, there is one already or not. A room that has none to give for
   * the moment takes nothing away: the old ones may still be good.
   */
  setIce({ servers }: Ice): void {
    if (this.hasRelay && !servers.some(isRelay)) return;
    this.#configure({ iceServers: servers });
  }

  /** Connects through the relay only, or not, as this person wishes; what is connected already is connected anew. */
  hideAddress(hides: boolean): void {
    this.#hidesAddress = hides;
    this.#followPrivacy();
  }

  /** The room may ask everyone for the same. */
  setPolicy(policy: Policy): void {
    this.#policy = policy;
    this.#followPrivacy();
  }

  /** By this the others know this side on all its connections; to be set before the first. */
  setCertificate(certificate: RTCCertificate): void {
    this.#configuration = { ...this.#configuration, certificates: [certificate] };
  }

  get hasRelay(): boolean {
    return this.#configuration.iceServers?.some(isRelay) ?? false;
  }

  /** The relay brought something in this peer's name that is not of this peer. */
  raiseAlarm(id: PeerId): void {
    this.#peers.get(id)?.raiseAlarm('altered');
  }

  /** Hands over a letter the relay brought. */
  receive(from: PeerId, letter: Letter): void {
    this.#peers.get(from)?.receive(letter);
  }

  /** Someone has given their seat back, or lost it. */
  part(id: PeerId, reason: 'left' | 'lost' | 'removed'): void {
    if (reason === 'lost') this.setStanding(id, 'lost');
    else this.drop(id);
  }

  drop(id: PeerId): void {
    const peer = this.#peers.get(id);
    if (!peer) return;
    peer.close();
    this.#peers.delete(id);
    this.emit('gone', id);
    this.emit('changed', undefined);
  }

  /** Closes every connection; others may be made after that. */
  clear(): void {
    for (const id of this.#peers.keys()) this.drop(id);
  }

  close(): void {
    this.#stopWaking();
    this.removeAllListeners();
    this.clear();
  }

  #followPrivacy(): void {
    const isRelayOnly = this.#hidesAddress || this.#policy.isRelayOnly;
    const iceTransportPolicy = isRelayOnly ? 'relay' : 'all';
    if (iceTransportPolicy === this.#configuration.iceTransportPolicy) return;
    this.#configure({ iceTransportPolicy });
    // An ICE restart would not do: Chromium keeps to the direct path while that works.
    for (const peer of this.#peers.values()) peer.redial();
  }

  #configure(change: RTCConfiguration): void {
    this.#configuration = { ...this.#configuration, ...change };
    for (const peer of this.#peers.values()) peer.configure(this.#configuration);
  }
}

function isRelay({ credential }: RTCIceServer): boolean {
  return credential !== undefined;
}
