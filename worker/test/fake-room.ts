// A room made of the rules alone. It hears of sockets what room.ts would, in the same order, and checks that whatever
// its people are told is news to them.
import { expect } from 'vitest';
import type { PeerId } from '../../protocol/ids.ts';
import type { ClientMessage, ServerMessage } from '../../protocol/relay.ts';
import type { Ticket } from '../../protocol/ticket.ts';
import type { Effects } from '../src/effect.ts';
import { arrive, dismiss, end, relay, welcome } from '../src/relay.ts';
import { type RoomState, admitsSocket } from '../src/roster.ts';
import { type Owner, type Seats, alarmMs, isOwner } from '../src/seats.ts';
import { sweep } from '../src/sweep.ts';

export const capacity = 3;
export const graceMs = 30_000;

/** `seats` and `isSeated` are what a client knows from nothing but what it was told; the boolean is whether away. */
export type FakeSocket = Owner & {
  readonly ticket: Ticket;
  readonly seats: Map<PeerId, boolean>;
  isSeated: boolean;
  isOpen: boolean;
  isGone: boolean;
  lastHeardMs: number;
};

export class FakeRoom {
  seats: Seats = [];
  alarmAtMs = Infinity;
  nowMs = 0;
  readonly sockets: FakeSocket[] = [];

  get open(): FakeSocket[] {
    return this.sockets.filter(({ isOpen }) => isOpen);
  }

  get state(): RoomState {
    return { roster: this.open, seats: this.seats, capacity };
  }

  /** Opens a socket of `stranger`, or of whose ticket is offered if that is good; undefined if it is refused. */
  connect(stranger: Ticketed, offered?: Ticketed): FakeSocket | undefined {
    this.#settle();
    const self = offered && isOwner(offered, this.seats) ? offered : stranger;
    const room = this.state;
    if (!admitsSocket(self.peer, room)) return undefined;
    this.#carryOut(arrive(self, room));
    const told = welcome({ ...self, ice: { servers: [], lifetimeMs: null } }, room);
    if (told.type !== 'welcome') throw new Error('a welcome is a welcome');
    const seats = new Map(told.peers.map(({ id, away }) => [id, away]));
    const news = { isSeated: told.seated, isOpen: true, isGone: false, lastHeardMs: this.nowMs };
    const socket = { ...self, ...news, seats };
    this.sockets.push(socket);
    return socket;
  }

  receive(message: ClientMessage | 'too much', sender: FakeSocket): void {
    if (!sender.isOpen) return;
    sender.lastHeardMs = this.nowMs;
    this.#settle();
    const isFlood = message === 'too much';
    this.#carryOut(
      isFlood ? dismiss('flood', sender.peer, this.seats) : relay(message, sender, this.state),
    );
  }

  /** The end of a socket is also reported of one that the room closed. */
  close(socket: FakeSocket, code: number): void {
    socket.isOpen = false;
    this.sockets.splice(this.sockets.indexOf(socket), 1);
    if (!socket.isGone) this.#carryOut(end(socket.peer, code, this.state));
    this.#settle();
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
    this.#settle();
    this.#keep(this.seats);
  }

  #settle(): void {
    this.#carryOut(sweep(this.state, { nowMs: this.nowMs, graceMs }));
  }

  #carryOut(effects: Effects): void {
    for (const effect of effects) {
      switch (effect.type) {
        case 'keep':
          this.#keep(effect.seats);
          break;
        case 'deliver':
          hear(this.#openOf(effect.to), effect.message);
          break;
        case 'announce':
          for (const socket of this.open)
            if (socket.peer !== effect.message.id) hear(socket, effect.message);
          break;
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

  #keep(seats: Seats): void {
    this.seats = seats;
    this.alarmAtMs = seats.length > 0 ? alarmMs(seats, { nowMs: this.nowMs, graceMs }) : Infinity;
  }

  #openOf(peer: PeerId): FakeSocket {
    const [socket, ...more] = this.open.filter((open) => open.peer === peer);
    if (!socket || more.length > 0) throw new Error('a peer has one open socket');
    return socket;
  }
}

export type Ticketed = Owner & { readonly ticket: Ticket };

function hear(socket: FakeSocket, message: ServerMessage): void {
  const { seats } = socket;
  if (message.type === 'joined') {
    expect(socket.isSeated).toBe(false);
    socket.isSeated = true;
  } else if (message.type === 'peer-joined') {
    expect(seats.has(message.id)).toBe(false);
    seats.set(message.id, false);
  } else if (message.type === 'peer-away' || message.type === 'peer-back') {
    const isAway = message.type === 'peer-away';
    expect(seats.get(message.id)).toBe(!isAway);
    seats.set(message.id, isAway);
  } else if (message.type === 'peer-left') {
    expect(seats.delete(message.id)).toBe(true);
  }
}
