// The call without a screen: one room, everyone in it, and what this person sends to them.
import type { PeerId } from '../../../protocol/ids.ts';
import type { Profile, RelayPayload } from '../../../protocol/peer.ts';
import type { ServerMessage } from '../../../protocol/relay.ts';
import {
  type CallStage,
  type Welcome,
  foundStage,
  hasRoom,
  hasSeat,
  lacksSeat,
  lostStage,
  refusedStage,
  welcomedStage,
} from './call-stage.ts';
import type { CallState, EndReason } from './call-state.ts';
import { Chat } from './chat.ts';
import { Emitter } from './emitter.ts';
import type { Environment } from './environment.ts';
import { Lobby } from './lobby.ts';
import { Mesh } from './peer/mesh.ts';
import { Signaling } from './signaling/signaling.ts';
import type { SlotName } from './slots.ts';

interface CallEvents {
  changed: CallState;
}

export interface CallOptions {
  readonly environment: Environment;
  /** The room's WebSocket address. */
  readonly url: string;
  readonly profile: Profile;
}

/** A visit to one room: `open` it, draw its `state` at every `changed`, `leave` it. Not to be used again. */
export class Call extends Emitter<CallEvents> {
  readonly #signaling: Signaling;
  readonly #lobby: Lobby;
  readonly #mesh: Mesh;
  readonly #chat: Chat;
  #stage: CallStage = { at: 'connecting', hasServerFailed: false, welcome: undefined };
  /** What the person wants; where they are is `#stage`. */
  #wantsIn = false;

  constructor({ environment, url, profile }: CallOptions) {
    super();
    this.#mesh = new Mesh(environment, profile);
    this.#mesh.on('changed', () => this.#changed());
    this.#mesh.on('letter', ({ to, letter }) => this.#signaling.tellPeer(to, letter));
    this.#chat = new Chat(environment, this.#mesh);
    this.#chat.on('changed', () => this.#changed());
    this.#signaling = new Signaling(environment, url);
    this.#signaling.on('room', (message) => this.#hear(message));
    this.#signaling.on('peer', ({ from, payload }) => this.#hearPeer(from, payload));
    this.#signaling.on('down', (why) => this.#turnTo(lostStage(this.#stage, why)));
    this.#signaling.on('up', () => this.#turnTo(foundStage(this.#stage)));
    this.#signaling.on('refused', (reason) => this.#end(reason));
    this.#lobby = new Lobby((id, payload) => this.#signaling.tellPeer(id, payload));
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
          residents: this.#lobby.residents,
        };
      case 'inside':
        return {
          phase: 'inside',
          isReachable: hasRoom(this.#stage),
          isFull: this.#stage.seat === 'refused',
          peers: this.#mesh.states,
          chat: this.#chat.entries,
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
    this.#askForSeat();
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

  /** Says `text`, of 1 to maxChatLength characters, in writing to everyone who is inside now. */
  say(text: string): void {
    this.#chat.say(text);
  }

  /** Gives the seat back and closes everything. Calling it again changes nothing. */
  leave(): void {
    if (this.#stage.at === 'ended') return;
    this.#mesh.sayBye();
    this.#signaling.tellRoom({ type: 'bye' });
    this.#end('left');
  }

  #hear(message: Exclude<ServerMessage, { type: 'signal' }>): void {
    switch (message.type) {
      case 'welcome':
        this.#welcomed(message);
        return;
      case 'joined':
        this.#seated({ offers: true });
        return;
      case 'peer-joined':
        this.#met(message.id);
        return;
      case 'peer-away':
      case 'peer-back':
        this.#follow(message.id, message.type === 'peer-away');
        return;
      case 'peer-left':
        this.#parted(message.id, message.reason);
        return;
      case 'ice':
        this.#mesh.setIce(message.ice);
        return;
      case 'refused':
        if (message.reason === 'room-full') this.#turnedAway();
        return;
      default:
        message satisfies never;
    }
  }

  #hearPeer(from: PeerId, payload: RelayPayload): void {
    // What a letter changes the mesh tells itself.
    if (payload.type === 'letter') return this.#mesh.receive(from, payload);
    const own = this.#stage.at === 'inside' ? this.#mesh.profile : undefined;
    this.#lobby.hear(from, payload, own);
    this.#changed();
  }

  /** Whoever was inside takes up their seat, or asks for another one; what is connected goes on meanwhile. */
  #welcomed(welcome: Welcome): void {
    this.#mesh.setIce(welcome.ice);
    this.#lobby.fill(welcome.peers);
    const wasInside = this.#stage.at === 'inside';
    this.#stage = welcomedStage(this.#stage, welcome);
    // Not yet inside, and yet seated: the answer to `join` was lost, and the others wait for an offer.
    if (welcome.seated) this.#seated({ offers: !wasInside });
    else if (!this.#wantsIn) this.#lobby.askEveryone();
    this.#askForSeat();
    this.#changed();
  }

  /** If it is wanted and not had. */
  #askForSeat(): void {
    if (!this.#wantsIn || !lacksSeat(this.#stage)) return;
    if (this.#stage.at === 'lobby') this.#stage = { at: 'joining', welcome: this.#stage.welcome };
    this.#signaling.tellRoom({ type: 'join' });
  }

  /** The newcomer offers to everyone who was seated before it; those who come later will offer to it. */
  #seated({ offers }: { offers: boolean }): void {
    if (!('welcome' in this.#stage) || !this.#stage.welcome)
      throw new Error('the room gives a seat to whom it has welcomed');
    const { welcome } = this.#stage;
    this.#stage = { at: 'inside', welcome, seat: 'had', isSocketUp: true };
    this.#mesh.meet(this.#lobby.seats, { self: welcome.self, offers });
    this.#changed();
  }

  #met(id: PeerId): void {
    this.#lobby.add(id);
    this.#see(id, { offers: false });
    this.#changed();
  }

  #follow(id: PeerId, away: boolean): void {
    this.#lobby.setAway(id, away);
    if (away) this.#mesh.setStanding(id, 'away');
    else this.#see(id, { offers: true });
  }

  /** Someone is present: from inside there is a connection to them, from the lobby one asks who they are. */
  #see(id: PeerId, { offers }: { offers: boolean }): void {
    if (hasSeat(this.#stage)) this.#mesh.connect(id, { offers, standing: 'present' });
    else if (!this.#wantsIn) this.#lobby.ask(id);
  }

  #parted(id: PeerId, reason: 'left' | 'lost'): void {
    this.#lobby.remove(id);
    if (reason === 'left') this.#mesh.drop(id);
    else this.#mesh.setStanding(id, 'lost');
    // The seat may be free that this person needs to come back to.
    this.#askForSeat();
    this.#changed();
  }

  /** The room is full. Someone who was inside stays with whom they are connected, and asks again. */
  #turnedAway(): void {
    this.#stage = refusedStage(this.#stage);
    if (this.#stage.at === 'lobby') {
      this.#wantsIn = false;
      this.#lobby.askEveryone();
    }
    this.#changed();
  }

  #turnTo(stage: CallStage): void {
    this.#stage = stage;
    // Whom this side has let go of meanwhile is met again.
    if (hasRoom(stage)) this.#seated({ offers: true });
    else this.#mesh.setRoomReachable(false);
    this.#askForSeat();
    this.#changed();
  }

  #end(reason: EndReason): void {
    this.#stage = { at: 'ended', reason };
    this.#mesh.close();
    this.#signaling.close();
    this.#changed();
    this.removeAllListeners();
  }

  #changed(): void {
    this.emit('changed', this.state);
  }
}
