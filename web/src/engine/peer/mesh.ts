// Everyone this side is connected with, and what it sends to all of them.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { Letter, Profile } from '../../../../protocol/peer.ts';
import type { Ice } from '../../../../protocol/relay.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import { emptySlots, type SlotName, type SlotTracks } from '../slots.ts';
import type { PeerState } from './peer-state.ts';
import { Peer } from './peer.ts';

interface MeshEvents {
  changed: undefined;
  /** To be carried by the relay. */
  letter: { readonly to: PeerId; readonly letter: Letter };
}

export interface ConnectOptions {
  readonly self: PeerId;
  readonly ice: Ice;
  /** The newcomer offers; whoever was there before answers. */
  readonly offers: boolean;
}

export class Mesh extends Emitter<MeshEvents> {
  readonly #environment: Environment;
  readonly #stopWaking: () => void;
  readonly #peers = new Map<PeerId, Peer>();
  #profile: Profile;
  #tracks: SlotTracks = emptySlots;

  constructor(environment: Environment, profile: Profile) {
    super();
    this.#environment = environment;
    this.#stopWaking = environment.onWake(() => {
      for (const peer of this.#peers.values()) peer.wake();
    });
    this.#profile = profile;
  }

  get states(): PeerState[] {
    return Array.from(this.#peers.values(), (peer) => peer.state);
  }

  get profile(): Profile {
    return this.#profile;
  }

  setProfile(profile: Profile): void {
    this.#profile = profile;
    for (const peer of this.#peers.values()) peer.tellProfile(profile);
  }

  /** Sends `track` in `slot` to everyone, now and later, or nothing. */
  publish(slot: SlotName, track: MediaStreamTrack | null): void {
    if (this.#tracks[slot] === track) return;
    this.#tracks = { ...this.#tracks, [slot]: track };
    for (const peer of this.#peers.values()) peer.send(slot, track);
  }

  /** Makes a connection; someone there is one with already is left as they are. */
  connect(id: PeerId, { self, ice, offers }: ConnectOptions): void {
    if (this.#peers.has(id)) return;
    const peer = new Peer({
      environment: this.#environment,
      id,
      polite: self < id,
      offers,
      // One transport for all slots: each one more would cost another allocation on the relay.
      configuration: { iceServers: ice.servers, bundlePolicy: 'max-bundle' },
      tracks: this.#tracks,
    });
    peer.on('letter', (letter) => this.emit('letter', { to: id, letter }));
    peer.on('changed', () => this.emit('changed', undefined));
    this.#peers.set(id, peer);
    peer.introduce(this.#profile);
  }

  /** Renews the relay's credentials for every connection there is. */
  setIce({ servers }: Ice): void {
    for (const peer of this.#peers.values()) peer.setIceServers(servers);
  }

  /** Hands over a letter the relay brought. */
  receive(from: PeerId, letter: Letter): void {
    this.#peers.get(from)?.receive(letter);
  }

  drop(id: PeerId): void {
    this.#peers.get(id)?.close();
    this.#peers.delete(id);
  }

  /** Closes every connection; others may be made after that. */
  clear(): void {
    for (const id of this.#peers.keys()) this.drop(id);
  }

  close(): void {
    this.#stopWaking();
    this.clear();
    this.removeAllListeners();
  }
}
