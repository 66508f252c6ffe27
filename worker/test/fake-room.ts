// A room made of the rules alone. It hears of sockets what room.ts would, in the same order.
import type { BrowserToken } from '../../protocol/credential.ts';
import type { PeerId } from '../../protocol/ids.ts';
import type { ClientMessage } from '../../protocol/relay.ts';
import { type Credentials, type Papers, arrive, greet, identify } from '../src/arrival.ts';
import type { Effects } from '../src/effect.ts';
import {
  type Kept,
  type KeptChange,
  alarmMs,
  changed,
  isNothingKept,
  nothingKept,
} from '../src/kept.ts';
import { dismiss, end, relay } from '../src/relay.ts';
import { type Member, type RoomState, reasonToTurnAway } from '../src/roster.ts';
import { sweep } from '../src/sweep.ts';
import { type Knowledge, hear } from './knowledge.ts';

export const capacity = 3;
export const graceMs = 30_000;

type Socket = { isOpen: boolean; isGone: boolean; readonly knowledge: Knowledge };
export type FakeSocket = { -readonly [Key in keyof Member]: Member[Key] } & Papers & Socket;

/** What a socket comes with, beside the ticket that is drawn for it. */
export type Offers = {
  readonly papers?: Papers | undefined;
  readonly browser?: BrowserToken | undefined;
  readonly handOvers?: number | undefined;
};

export class FakeRoom {
  kept: Kept = nothingKept;
  alarmAtMs = Infinity;
  nowMs = 0;
  readonly sockets: FakeSocket[] = [];

  get open(): FakeSocket[] {
    return this.sockets.filter(({ isOpen }) => isOpen);
  }

  get state(): RoomState {
    return { ...this.kept, roster: this.open, capacity, hasRelay: true };
  }

  /** Opens a socket of whose papers are offered, if those are good, and else of `fresh`; or says why not. */
  connect(fresh: Papers, offers: Offers) {
    this.settle();
    const room = this.state;
    const { papers: offered, browser, handOvers } = offers;
    const credentials: Credentials = { fresh, offered, browser, handOvers };
    const arrival = identify(credentials, room);
    const refusal = reasonToTurnAway(arrival, room);
    if (refusal) return refusal;
    this.#carryOut(arrive(arrival, room));
    const knowledge = { token: handOvers, seats: new Map(), knocking: new Set<PeerId>() };
    const news = { knockedMs: null, isOpen: true, isGone: false, lastHeardMs: this.nowMs };
    const socket = { ...arrival, ...news, knowledge };
    this.sockets.push(socket);
    this.#carryOut(greet(arrival, this.state));
    return socket;
  }

  /** Returns what followed. */
  receive(message: ClientMessage | 'too much', sender: FakeSocket): Effects {
    if (!sender.isOpen) return [];
    sender.lastHeardMs = this.nowMs;
    this.settle();
    const effects =
      message === 'too much'
        ? dismiss('flood', sender, this.state)
        : relay(message, sender, this.state);
    this.#carryOut(effects);
    return effects;
  }

  /** The end of a socket is also reported of one that the room closed. */
  close(socket: FakeSocket, code: number): void {
    socket.isOpen = false;
    this.sockets.splice(this.sockets.indexOf(socket), 1);
    if (!socket.isGone) this.#carryOut(end(socket, code, this.state));
    this.settle();
  }

  /** Ends every socket without a word to anyone. */
  crash(): void {
    this.sockets.length = 0;
  }

  /** Whoever is not among the silent sends a ping, which wakes nobody. */
  passTime(ms: number, silent: readonly FakeSocket[]): void {
    this.nowMs += ms;
    for (const socket of this.open) if (!silent.includes(socket)) socket.lastHeardMs = this.nowMs;
    if (this.nowMs < this.alarmAtMs) return;
    this.settle();
    this.#keep({});
  }

  settle(): void {
    this.#carryOut(sweep(this.state, { nowMs: this.nowMs, graceMs }));
  }

  #carryOut(effects: Effects): void {
    for (const effect of effects) {
      switch (effect.type) {
        case 'keep':
          this.#keep(effect.change);
          break;
        case 'deliver':
          hear(this.#openOf(effect.to).knowledge, effect.message);
          break;
        case 'announce': {
          const { message } = effect;
          const about = message.type === 'policy' ? undefined : message.id;
          for (const { peer, knowledge } of this.open) if (peer !== about) hear(knowledge, message);
          break;
        }
        case 'mark':
          Object.assign(this.#openOf(effect.peer), effect.marks);
          break;
        case 'grant': {
          const { knowledge } = this.#openOf(effect.to);
          knowledge.token = this.kept.decisions.handOvers;
          hear(knowledge, { type: 'role', role: 'host', token: null });
          for (const id of effect.waiting) hear(knowledge, { type: 'knock', id });
          break;
        }
        case 'close':
          Object.assign(this.#openOf(effect.peer), { isOpen: false, isGone: true });
          break;
        case 'renew-ice':
          break;
        default:
          effect satisfies never;
      }
    }
  }

  #keep(change: KeptChange): void {
    const { nowMs } = this;
    this.kept = changed(this.kept, change, nowMs);
    const isNothing = isNothingKept(this.kept);
    this.alarmAtMs = isNothing ? Infinity : alarmMs(this.kept, { nowMs, graceMs });
  }

  #openOf(peer: PeerId): FakeSocket {
    const [socket, ...more] = this.open.filter((open) => open.peer === peer);
    if (!socket || more.length > 0) throw new Error('a peer has one open socket');
    return socket;
  }
}
