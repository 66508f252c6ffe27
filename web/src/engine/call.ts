// The call without a screen: one room, everyone in it, and what this person sends to them.
import type { PeerId } from '../../../protocol/ids.ts';
import type { Profile } from '../../../protocol/peer.ts';
import type { HostMessage } from '../../../protocol/relay.ts';
import {
  type CallStage,
  type JoinAnswer,
  type Welcome,
  answeredStage,
  foundStage,
  hasRoom,
  hasSeat,
  isNoSecret,
  lacksSeat,
  lostStage,
  welcomedStage,
} from './call-stage.ts';
import { type CallState, type EndReason, callStateOf } from './call-state.ts';
import { Chat } from './chat.ts';
import { Emitter } from './emitter.ts';
import type { Environment } from './environment.ts';
import { Files } from './files.ts';
import { Introductions } from './introductions.ts';
import { Mesh } from './peer/mesh.ts';
import type { OwnSide } from './peer/own-state.ts';
import { Quality } from './quality.ts';
import { Reactions } from './reactions.ts';
import { heardRoom, unseenRoom } from './room-view.ts';
import { type Invitation, accessOf } from './signaling/access.ts';
import { type RoomMessage, Signaling } from './signaling/signaling.ts';

interface CallEvents {
  changed: CallState;
  /** The room has said something that is part of the state by now, if it is to last. */
  heard: RoomMessage;
}

export interface CallOptions {
  readonly environment: Environment;
  /** The room's WebSocket address. */
  readonly url: string;
  readonly invitation: Invitation;
  readonly profile: Profile;
}

/** A visit to one room: `open` it, draw its `state` at every `changed`, `leave` it. Not to be used again. */
export class Call extends Emitter<CallEvents> {
  readonly #options: CallOptions;
  readonly #signaling: Signaling;
  readonly #introductions: Introductions;
  readonly #mesh: Mesh;
  readonly chat: Chat;
  readonly files: Files;
  readonly quality: Quality;
  readonly reactions: Reactions;
  /** What this person sends and shows. */
  readonly self: OwnSide;
  #stage: CallStage = { at: 'connecting', hasServerFailed: false, welcome: undefined };
  #room = unseenRoom;
  /** What the person wants; where they are is `#stage`. */
  #wantsIn = false;

  constructor(options: CallOptions) {
    super();
    const { environment, url, profile } = options;
    this.#options = options;
    this.#mesh = new Mesh(environment, profile);
    this.self = this.#mesh;
    this.#mesh.on('changed', () => this.#changed());
    this.#mesh.on('letter', ({ to, letter }) => this.#signaling.tellPeer(to, letter));
    this.chat = new Chat(environment, this.#mesh);
    this.chat.on('changed', () => this.#changed());
    this.files = new Files(environment, this.#mesh);
    this.quality = new Quality(environment, this.#mesh);
    this.reactions = new Reactions(this.#mesh);
    this.#signaling = new Signaling(environment, url);
    this.#signaling.on('room', (message) => this.#hear(message));
    this.#signaling.on('letter', ({ from, letter }) => this.#mesh.receive(from, letter));
    this.#signaling.on('introduction', (said) => this.#introductions.hear(said));
    this.#signaling.on('altered', (from) => this.#mesh.raiseAlarm(from));
    this.#signaling.on('down', (why) => this.#turnTo(lostStage(this.#stage, why)));
    this.#signaling.on('up', () => this.#turnTo(foundStage(this.#stage)));
    this.#signaling.on('refused', (reason) => this.#end(reason));
    this.#introductions = new Introductions({
      environment,
      tell: (to, introduction) => this.#signaling.tellPeer(to, introduction),
      own: () => (isNoSecret(this.#stage) ? this.#mesh.own.profile : undefined),
      onHeard: () => this.#changed(),
    });
  }

  get state(): CallState {
    return callStateOf({
      stage: this.#stage,
      room: this.#room,
      wantsIn: this.#wantsIn,
      mesh: this.#mesh,
      chat: this.chat,
      introductions: this.#introductions,
    });
  }

  /** Opens the way to the room; from then on this person stands in the lobby. */
  async open(): Promise<void> {
    const { environment, invitation } = this.#options;
    const access = await accessOf(environment.crypto, invitation);
    this.#mesh.setCertificate(await environment.createCertificate());
    if (access) this.#signaling.open(access); // Nothing happens if it was closed meanwhile.
    else this.#end('insecurePage');
  }

  /** Takes a seat, now or as soon as the room can be reached. */
  join(): void {
    this.#wantsIn = true;
    this.#askForSeat();
    this.#changed();
  }

  /** How loud everyone is at the moment, from 0 to 1; silence is below 0.01. */
  get voiceLevels(): ReadonlyMap<PeerId, number> {
    return this.#mesh.voiceLevels;
  }

  /** Does what a host may do; the room refuses it to anyone else. */
  govern(message: HostMessage): void {
    this.#signaling.tellRoom(message);
  }

  /** Gives the seat back and closes everything. Calling it again changes nothing. */
  leave(): void {
    if (this.#stage.at === 'ended') return;
    this.#mesh.tellAll({ type: 'bye' });
    this.#signaling.tellRoom({ type: 'bye' });
    this.#end('left');
  }

  #hear(message: RoomMessage): void {
    this.#room = heardRoom(this.#room, message);
    switch (message.type) {
      case 'welcome':
        this.#welcomed(message);
        break;
      case 'joined':
        this.#seated({ offers: true });
        this.chat.catchUp(this.#room.seats);
        break;
      case 'waiting':
      case 'refused':
        this.#answered(message);
        break;
      case 'peer-away':
        this.#mesh.setStanding(message.id, 'away');
        break;
      case 'peer-joined':
      case 'peer-back':
        this.#see(message.id, { offers: message.type === 'peer-back' });
        break;
      case 'peer-left':
        this.#mesh.part(message.id, message.reason);
        // The seat may be free that this person needs to come back to.
        this.#askForSeat();
        break;
      case 'knock':
        this.#introductions.ask(message.id);
        break;
      case 'policy':
        this.#mesh.setPolicy(message.policy);
        this.#askForSeat();
        break;
      case 'ice':
        this.#mesh.setIce(message.ice);
        break;
      case 'role':
      case 'peer-role':
      case 'knock-over':
      case 'mute-asked':
        break;
      default:
        message satisfies never;
    }
    this.#changed();
    this.emit('heard', message);
  }

  /** Whoever was inside takes up their seat, or asks for another one; what is connected goes on meanwhile. */
  #welcomed(welcome: Welcome): void {
    this.#mesh.setIce(welcome.ice);
    this.#mesh.setPolicy(welcome.room.policy);
    const wasInside = this.#stage.at === 'inside';
    this.#stage = welcomedStage(this.#stage, welcome);
    // Not yet inside, and yet seated: the answer to `join` was lost, and the others wait for an offer.
    if (welcome.seated) {
      this.#seated({ offers: !wasInside });
      if (!wasInside) this.chat.catchUp(this.#room.seats);
    } else if (!this.#wantsIn) this.#introductions.askAll(this.#room.seats);
    for (const id of welcome.knocking) this.#introductions.ask(id);
    this.#askForSeat();
  }

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
    this.#mesh.meet(this.#room.seats, { self: welcome.self, offers });
  }

  /** Someone is present: from inside there is a connection to them, from the lobby one asks who they are. */
  #see(id: PeerId, { offers }: { offers: boolean }): void {
    if (hasSeat(this.#stage)) this.#mesh.connect(id, { offers, standing: 'present' });
    else if (!this.#wantsIn) this.#introductions.ask(id);
  }

  /** Of what came of `join`. Someone who was inside stays with whom they are connected, and asks again. */
  #answered(answer: JoinAnswer): void {
    const before = this.#stage;
    this.#stage = answeredStage(before, answer);
    if (this.#stage === before || this.#stage.at !== 'lobby') return;
    this.#wantsIn = false;
    this.#introductions.askAll(this.#room.seats);
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
    for (const part of [this.chat, this.files, this.quality, this.#mesh, this.#signaling])
      part.close();
    this.#changed();
    this.removeAllListeners();
  }

  #changed(): void {
    this.emit('changed', this.state);
  }
}
