// People who do anything, in any order, in a room made of the rules alone.
import * as v from 'valibot';
import { expect } from 'vitest';
import { BrowserToken } from '../../protocol/credential.ts';
import { type PeerId, peerIdFrom } from '../../protocol/ids.ts';
import { HostMessage } from '../../protocol/relay.ts';
import { Entry } from '../../protocol/room.ts';
import { ticketFrom } from '../../protocol/ticket.ts';
import type { Papers } from '../src/arrival.ts';
import { waitingIn } from '../src/roster.ts';
import { type Owner, seatOf, takenSeats } from '../src/seats.ts';
import { silenceMs } from '../src/sweep.ts';
import { FakeRoom, type FakeSocket, graceMs } from './fake-room.ts';
import type { Random } from './random.ts';

type Person = Papers & { readonly browser: BrowserToken | undefined };

const peopleInMind = 8;
export const dayMs = 86_400_000;
const pausesMs = [100, 100, 1000, 10_000, graceMs, silenceMs, dayMs];
const browsers = ['a', 'b', 'c', 'd'].map((letter) => v.parse(BrowserToken, letter.repeat(43)));
const powers = HostMessage.options.map(({ entries }) => entries.type.literal);

export class Crowd {
  readonly room = new FakeRoom();
  /** Those who came last, so that they meet again; the void are tickets that must be good for nothing. */
  readonly #people: Person[] = [];
  readonly #void = new Set<Papers['ticket']>();
  /** The numbers of the host tokens that there are; the first is of whoever made the room. */
  readonly #tokens = [0];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  act(): void {
    const { room } = this;
    const random = this.#random;
    const sender = this.#any(room.sockets);
    const recipient = this.#any(this.#people);
    const action = random(22);
    if (!sender || !recipient || action === 0) this.#come();
    else if (action <= 3) this.#come(recipient);
    else if (action <= 5) room.close(sender, 1006);
    else if (action === 6) this.#leave(sender, () => room.close(sender, 1001));
    else if (action === 7) this.#leave(sender, () => room.receive({ type: 'bye' }, sender));
    else if (action === 8) this.#leave(sender, () => room.receive('too much', sender));
    else if (action <= 10)
      room.receive({ type: 'signal', to: recipient.peer, payload: '' }, sender);
    else if (action <= 13) room.receive({ type: 'join' }, sender);
    else if (action <= 17) this.#tryPower(sender);
    else if (action <= 19) this.#tryPower(this.#any(room.open.filter(isHost)) ?? sender);
    else if (action === 20) this.#wait();
    else if (random(8) === 0) this.#crash();
  }

  /** Whoever comes offers what it has, and now and then somebody the key of the house. */
  #come(offered?: Person): void {
    const { room } = this;
    const browser = offered?.browser ?? this.#any([undefined, ...browsers]);
    const fresh = { ...this.#draw(), browser };
    const handOvers = this.#random(6) === 0 ? this.#any(this.#tokens) : undefined;
    room.settle();
    const before = room.kept;
    const socket = room.connect(fresh, { papers: offered, browser, handOvers });
    const isProven = handOvers !== undefined && handOvers >= before.decisions.handOvers;
    if (typeof socket === 'string') {
      expect(isProven).toBe(false);
      return;
    }
    const seat = seatOf(before.seats, socket.peer);
    const isItself = offered?.peer === socket.peer;
    if (offered && this.#void.has(offered.ticket)) expect(isItself).toBe(false);
    expect(seat !== undefined).toBe(isItself);
    expect(socket.role).toBe(isProven || seat?.role === 'host' ? 'host' : 'guest');
    const isBanned = browser !== undefined && before.decisions.removed.includes(browser);
    if (isBanned) expect(socket.role).toBe('host');
    if (!isItself) this.#people.push(fresh);
    this.#people.splice(0, this.#people.length - peopleInMind);
  }

  /** Whoever leaves has a void ticket; a socket that is closed already is no longer anyone's. */
  #leave(socket: FakeSocket, leave: () => void): void {
    const isLeaving = socket.isOpen;
    leave();
    if (isLeaving) this.#void.add(socket.ticket);
  }

  #tryPower(sender: FakeSocket): void {
    const { room } = this;
    if (!sender.isOpen) return;
    const message = this.#drawPower();
    // As receiving will, so that what is compared is what the message did.
    sender.lastHeardMs = room.nowMs;
    room.settle();
    const { kept, open } = room;
    const { role } = sender;
    const effects = room.receive(message, sender);
    if (role === 'guest') {
      const answer = { type: 'refused', reason: 'not-host' };
      expect(effects).toEqual([{ type: 'deliver', to: sender.peer, message: answer }]);
      expect(room.kept).toBe(kept);
      expect(room.open).toEqual(open);
    }
    this.#tokens.push(room.kept.decisions.handOvers);
    this.#tokens.splice(1, this.#tokens.length - 4);
    for (const socket of open) if (!socket.isOpen) this.#void.add(socket.ticket);
  }

  #drawPower(): HostMessage {
    const type = this.#any(powers) ?? 'end';
    // Seldom, or nobody would ever be together.
    if (type === 'end' && this.#random(4) > 0) return this.#drawPower();
    const entry = this.#any([...Entry.options, 'knock'] as const) ?? 'open';
    const isTrue = this.#random(2) === 0;
    const id = this.#drawTarget(type === 'admit' || type === 'deny');
    return v.parse(HostMessage, { type, id, entry, isRelayOnly: isTrue, closes: isTrue });
  }

  /** Mostly somebody of whom it makes sense, now and then anybody. */
  #drawTarget(isToWait: boolean): PeerId | undefined {
    const { kept, open } = this.room;
    const sensible: readonly Owner[] = isToWait ? waitingIn(open) : takenSeats(kept.seats);
    const anybody = this.#any(open) ?? this.#any(this.#people);
    return (this.#random(4) === 0 ? anybody : (this.#any(sensible) ?? anybody))?.peer;
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

  #draw(): Papers {
    const bytes = (length: number) => Uint8Array.from({ length }, () => this.#random(32));
    const peer = peerIdFrom(bytes(16));
    const ticket = ticketFrom(peer, bytes(26));
    return { peer, ticket, ticketHash: ticket, ice: { servers: [], lifetimeMs: null } };
  }

  #any<Item>(items: readonly Item[]): Item | undefined {
    return items[this.#random(items.length || 1)];
  }
}

function isHost({ role }: FakeSocket): boolean {
  return role === 'host';
}
