// The call without a screen: one room, everyone in it, and what this person sends to them.
import type { PeerId } from '../../../protocol/ids.ts';
import type { Profile, RelayPayload } from '../../../protocol/peer.ts';
import type { Ice, ServerMessage } from '../../../protocol/relay.ts';
import type { CallState, EndReason } from './call-state.ts';
import { Emitter } from './emitter.ts';
import type { Environment } from './environment.ts';
import { Mesh } from './peer/mesh.ts';
import { IceRenewal } from './signaling/ice-renewal.ts';
import { Signaling } from './signaling/signaling.ts';
import type { SlotName } from './slots.ts';

interface CallEvents {
  changed: CallState;
}

type Welcome = Extract<ServerMessage, { type: 'welcome' }>;

type Stage =
  | { readonly at: 'connecting'; readonly hasServerFailed: boolean }
  | { readonly at: 'lobby' | 'joining'; readonly welcome: Welcome }
  | { readonly at: 'inside'; readonly welcome: Welcome; readonly isReachable: boolean }
  | { readonly at: 'ended'; readonly reason: EndReason };

export interface CallOptions {
  readonly environment: Environment;
  /** The room's WebSocket address. */
  readonly url: string;
  readonly profile: Profile;
}

/** A visit to one room: `open` it, draw its `state` at every `changed`, `leave` it. Not to be used again. */
export class Call extends Emitter<CallEvents> {
  readonly #signaling: Signaling;
  readonly #residents = new Map<PeerId, Profile | undefined>();
  readonly #mesh: Mesh;
  readonly #iceRenewal: IceRenewal;
  #stage: Stage = { at: 'connecting', hasServerFailed: false };
  /** What the person wants; where they are is `#stage`. */
  #wantsIn = false;

  constructor({ environment, url, profile }: CallOptions) {
    super();
    this.#mesh = new Mesh(environment, profile);
    this.#iceRenewal = new IceRenewal(environment.clock, () =>
      this.#signaling.tellRoom({ type: 'ice' }),
    );
    this.#mesh.on('changed', () => this.#changed());
    this.#mesh.on('letter', ({ to, letter }) => this.#signaling.tellPeer(to, letter));
    this.#signaling = new Signaling(environment, url);
    this.#signaling.on('room', (message) => this.#hear(message));
    this.#signaling.on('peer', ({ from, payload }) => this.#hearPeer(from, payload));
    this.#signaling.on('down', (reason) => this.#lostRoom(reason === 'serverError'));
    this.#signaling.on('refused', (reason) => this.#end(reason));
  }

  get state(): CallState {
    switch (this.#stage.at) {
      case 'connecting': {
        const { hasServerFailed } = this.#stage;
        return { phase: 'connecting', isJoining: this.#wantsIn, hasServerFailed };
      }
      case 'lobby':
      case 'joining':
        return {
          phase: this.#stage.at,
          capacity: this.#stage.welcome.room.capacity,
          residents: Array.from(this.#residents, ([id, profile]) => ({ id, profile })),
        };
      case 'inside':
        return {
          phase: 'inside',
          isReachable: this.#stage.isReachable,
          peers: this.#mesh.states,
        };
      case 'ended':
        return { phase: 'ended', reason: this.#stage.reason };
      default:
        return this.#stage satisfies never;
    }
  }

  /** Opens the way to the room; from then on this person stands in the lobby. */
  open(): void {
    this.#signaling.open();
  }

  /** Takes a seat, now or as soon as the room can be reached. */
  join(): void {
    this.#wantsIn = true;
    if (this.#stage.at === 'lobby') this.#askForSeat();
    this.#changed();
  }

  /** Tells everyone inside, and whoever comes later, who this is. */
  setProfile(profile: Profile): void {
    this.#mesh.setProfile(profile);
  }

  /** Sends `track` in `slot` to everyone from now on, or nothing; the track stays its owner's to stop. */
  publish(slot: SlotName, track: MediaStreamTrack | null): void {
    this.#mesh.publish(slot, track);
  }

  /** Gives the seat back and closes everything. Calling it again changes nothing. */
  leave(): void {
    if (this.#stage.at === 'ended') return;
    this.#signaling.tellRoom({ type: 'bye' });
    this.#end('left');
  }

  #hear(message: Exclude<ServerMessage, { type: 'signal' }>): void {
    switch (message.type) {
      case 'welcome':
        this.#welcomed(message);
        return;
      case 'joined':
        this.#seated();
        return;
      case 'peer-joined':
        this.#met(message.peer.id);
        return;
      case 'peer-left':
        this.#forget(message.id);
        return;
      case 'ice':
        this.#renewedIce(message.ice);
        return;
      case 'refused':
        if (message.reason === 'room-full') this.#turnedAway();
        return;
      default:
        message satisfies never;
    }
  }

  #hearPeer(from: PeerId, payload: RelayPayload): void {
    switch (payload.type) {
      case 'letter':
        this.#mesh.receive(from, payload);
        return;
      case 'profile-request':
        if (this.#stage.at !== 'inside') return;
        this.#signaling.tellPeer(from, { type: 'profile', profile: this.#mesh.profile });
        return;
      case 'profile':
        if (!this.#residents.has(from)) return;
        this.#residents.set(from, payload.profile);
        this.#changed();
        return;
      default:
        payload satisfies never;
    }
  }

  /** Every `welcome` gives this side a new id. What is connected under the old one goes on until the new one is seated. */
  #welcomed(welcome: Welcome): void {
    this.#iceRenewal.follow(welcome.ice);
    this.#mesh.setIce(welcome.ice);
    this.#residents.clear();
    for (const { id } of welcome.peers) this.#residents.set(id, undefined);
    this.#stage =
      this.#stage.at === 'inside'
        ? { at: 'inside', welcome, isReachable: false }
        : { at: 'lobby', welcome };
    if (this.#wantsIn) this.#askForSeat();
    else for (const { id } of welcome.peers) this.#askWho(id);
    this.#changed();
  }

  #renewedIce(ice: Ice): void {
    if (!('welcome' in this.#stage)) return;
    this.#stage = { ...this.#stage, welcome: { ...this.#stage.welcome, ice } };
    this.#iceRenewal.follow(ice);
    this.#mesh.setIce(ice);
  }

  #askForSeat(): void {
    if (this.#stage.at === 'lobby') this.#stage = { at: 'joining', welcome: this.#stage.welcome };
    this.#signaling.tellRoom({ type: 'join' });
  }

  #askWho(id: PeerId): void {
    this.#signaling.tellPeer(id, { type: 'profile-request' });
  }

  /** The newcomer offers to everyone who was seated before it; those who come later will offer to it. */
  #seated(): void {
    if (this.#stage.at !== 'joining' && this.#stage.at !== 'inside') return;
    const { welcome } = this.#stage;
    this.#mesh.clear();
    this.#stage = { at: 'inside', welcome, isReachable: true };
    const { self, ice } = welcome;
    for (const id of this.#residents.keys()) this.#mesh.connect(id, { self, ice, offers: true });
    this.#residents.clear();
    this.#changed();
  }

  #met(id: PeerId): void {
    if (this.#stage.at === 'inside' && this.#stage.isReachable) {
      const { self, ice } = this.#stage.welcome;
      this.#mesh.connect(id, { self, ice, offers: false });
    } else {
      this.#residents.set(id, undefined);
      if (!this.#wantsIn) this.#askWho(id);
    }
    this.#changed();
  }

  #forget(id: PeerId): void {
    this.#residents.delete(id);
    this.#mesh.drop(id);
    // The seat may be free that this person needs to come back to.
    if (this.#stage.at === 'inside' && !this.#stage.isReachable) this.#askForSeat();
    this.#changed();
  }

  /** The room is full. Someone who was inside stays with whom they are connected, and asks again. */
  #turnedAway(): void {
    if (this.#stage.at !== 'joining') return;
    this.#wantsIn = false;
    this.#stage = { at: 'lobby', welcome: this.#stage.welcome };
    for (const id of this.#residents.keys()) this.#askWho(id);
    this.#changed();
  }

  #lostRoom(hasServerFailed: boolean): void {
    this.#stage =
      this.#stage.at === 'inside'
        ? { ...this.#stage, isReachable: false }
        : { at: 'connecting', hasServerFailed };
    this.#changed();
  }

  #end(reason: EndReason): void {
    this.#stage = { at: 'ended', reason };
    this.#iceRenewal.close();
    this.#mesh.close();
    this.#signaling.close();
    this.#changed();
    this.removeAllListeners();
  }

  #changed(): void {
    this.emit('changed', this.state);
  }
}
