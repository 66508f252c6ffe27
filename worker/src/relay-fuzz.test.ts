// A room made of the rules alone, in which people do anything in any order. To run a failure again, set SEED to
// what its name shows.
import { expect, test } from 'vitest';
import { peerIdFrom } from '../../protocol/ids.ts';
import { ticketFrom } from '../../protocol/ticket.ts';
import { FakeRoom, type FakeSocket, type Ticketed, capacity, graceMs } from '../test/fake-room.ts';
import { type Seats, isSeated, takenSeats } from './seats.ts';
import { maxLostSeats, silenceMs } from './sweep.ts';

type Random = (limit: number) => number;

const seed = Number(process.env['SEED'] ?? Math.trunc(Math.random() * 2 ** 32));
const peopleInMind = 8;
const dayMs = 86_400_000;
const pausesMs = [100, 100, 1000, 10_000, graceMs, silenceMs, dayMs];

/** Mulberry32: a number below `limit`, the same for the same seed. */
function createRandom(start: number): Random {
  let state = start;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

class Crowd {
  readonly room = new FakeRoom();
  /** Those who came last, so that they meet again; the void are tickets that must be good for nothing. */
  readonly #people: Ticketed[] = [];
  readonly #void = new Set<Ticketed['ticket']>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  act(): void {
    const { room } = this;
    const random = this.#random;
    const sender = this.#any(room.sockets);
    const recipient = this.#any(this.#people);
    const action = random(16);
    if (!sender || !recipient || action === 0) this.#come();
    else if (action <= 3) this.#come(recipient);
    else if (action <= 5) room.close(sender, 1006);
    else if (action === 6) this.#leave(sender, () => room.close(sender, 1001));
    else if (action === 7) this.#leave(sender, () => room.receive({ type: 'bye' }, sender));
    else if (action === 8) this.#leave(sender, () => room.receive('too much', sender));
    else if (action <= 10)
      room.receive({ type: 'signal', to: recipient.peer, payload: '' }, sender);
    else if (action <= 13) room.receive({ type: 'join' }, sender);
    else if (action === 14) this.#wait();
    else if (random(8) === 0) this.#crash();
  }

  #come(offered?: Ticketed): void {
    const stranger = this.#draw();
    const wasSeated = offered && isSeated(this.room.seats, offered.peer);
    const socket = this.room.connect(stranger, offered);
    if (!socket) return;
    const isItself = offered !== undefined && socket.peer === offered.peer;
    if (offered && this.#void.has(offered.ticket)) expect(isItself).toBe(false);
    if (offered && !isItself) expect(wasSeated).toBe(false);
    if (socket.isSeated) expect(isItself && wasSeated).toBe(true);
    if (!isItself) this.#people.push(stranger);
    this.#people.splice(0, this.#people.length - peopleInMind);
  }

  /** Whoever leaves has a void ticket; a socket that is closed already is no longer anyone's. */
  #leave(socket: FakeSocket, leave: () => void): void {
    const isLeaving = socket.isOpen;
    leave();
    if (isLeaving) this.#void.add(socket.ticket);
  }

  #wait(): void {
    const pauseMs = this.#any(pausesMs) ?? 0;
    this.room.passTime(
      pauseMs,
      this.room.open.filter(() => this.#random(4) === 0),
    );
  }

  /** Whoever is first after a crash, the alarm or a person, finds the room in order. */
  #crash(): void {
    this.room.crash();
    this.#wait();
    this.#come(this.#any(this.#people));
  }

  #draw(): Ticketed {
    const bytes = (length: number) => Uint8Array.from({ length }, () => this.#random(32));
    const peer = peerIdFrom(bytes(16));
    const ticket = ticketFrom(peer, bytes(26));
    return { peer, ticket, ticketHash: ticket };
  }

  #any<Item>(items: readonly Item[]): Item | undefined {
    return items[this.#random(items.length || 1)];
  }
}

/** What a socket was told of who has a seat, and what is so. */
function toldAndTrue({ peer, isSeated: isSeatedItself, seats: told }: FakeSocket, taken: Seats) {
  const others = taken.filter((seat) => seat.peer !== peer);
  const known = [...told].map(([id, isAway]) => `${id} ${isAway}`);
  const actual = others.map((seat) => `${seat.peer} ${seat.standing === 'away'}`);
  return {
    told: [isSeatedItself, ...known.toSorted()].join(),
    true: [others.length < taken.length, ...actual.toSorted()].join(),
  };
}

test(`[R6] whatever people do, everyone knows exactly who is seated and who is away (SEED=${seed})`, () => {
  const crowd = new Crowd(createRandom(seed));
  const { room } = crowd;
  for (let step = 0; step < 3000; step += 1) {
    crowd.act();
    const { seats, open, nowMs, alarmAtMs } = room;
    const taken = takenSeats(seats);
    expect(taken.length).toBeLessThanOrEqual(capacity);
    expect(seats.length - taken.length).toBeLessThanOrEqual(maxLostSeats);
    expect(alarmAtMs > nowMs && alarmAtMs <= nowMs + dayMs).toBe(seats.length > 0);
    for (const { peer, standing } of taken) {
      const sockets = open.filter((socket) => socket.peer === peer);
      expect(sockets).toHaveLength(standing === 'present' ? 1 : 0);
    }
    const views = open.map((socket) => toldAndTrue(socket, taken));
    expect(views.map((view) => view.told)).toEqual(views.map((view) => view.true));
  }
});
