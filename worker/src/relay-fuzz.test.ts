// A room made of the rules alone, in which people do anything in any order. To run a failure again, set SEED to
// what its name shows.
import { expect, test } from 'vitest';
import { type PeerId, peerIdFrom } from '../../protocol/ids.ts';
import type { ClientMessage, ServerMessage } from '../../protocol/relay.ts';
import { type Effect, depart, dismiss, relay } from './relay.ts';
import { type Member, seatedPeers } from './roster.ts';

const seed = Number(process.env['SEED'] ?? Math.trunc(Math.random() * 2 ** 32));
const capacity = 3;

/** `known` is whom a client takes to be seated, from nothing but what it was told. */
type Client = { member: Member; isOpen: boolean; readonly known: Set<PeerId> };

class FakeRoom {
  readonly clients: Client[] = [];

  get open(): Client[] {
    return this.clients.filter(({ isOpen }) => isOpen);
  }

  get roster(): Member[] {
    return this.open.map(({ member }) => member);
  }

  connect(peer: PeerId): void {
    const known = new Set(seatedPeers(this.roster));
    this.clients.push({ member: { peer, presence: 'visiting' }, isOpen: true, known });
  }

  receive(message: ClientMessage, sender: Client): void {
    this.carryOut(relay(message, sender.member, { roster: this.roster, capacity }), sender);
  }

  carryOut(effects: readonly Effect[], sender: Client): void {
    for (const effect of effects) {
      switch (effect.type) {
        case 'become':
          sender.member = { ...sender.member, presence: effect.presence };
          break;
        case 'answer':
          break;
        case 'deliver':
          expect(this.roster.map(({ peer }) => peer)).toContain(effect.to);
          break;
        case 'announce':
          for (const client of this.open) if (client !== sender) hear(client, effect.message);
          break;
        case 'close':
          sender.isOpen = false;
          break;
        case 'renew-ice':
          break;
        default:
          effect satisfies never;
      }
    }
  }
}

/** Every announcement must be news: what is known already was announced twice. */
function hear({ known }: Client, message: ServerMessage): void {
  if (message.type === 'peer-joined') {
    expect(known).not.toContain(message.peer.id);
    known.add(message.peer.id);
  } else if (message.type === 'peer-left') {
    expect(known).toContain(message.id);
    known.delete(message.id);
  }
}

/** Mulberry32: a number below `limit`, the same for the same seed. */
function createRandom(start: number): (limit: number) => number {
  let state = start;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function act(room: FakeRoom, random: (limit: number) => number): void {
  const sender = room.clients[random(room.clients.length)];
  const recipient = room.clients[random(room.clients.length)];
  const action = random(7);
  if (!sender || !recipient || action === 0) {
    room.connect(peerIdFrom(Uint8Array.from({ length: 16 }, () => random(32))));
  } else if (action === 1) {
    // The end of a socket may be reported of one that was closed already.
    sender.isOpen = false;
    room.carryOut(depart(sender.member, 'lost'), sender);
  } else if (sender.isOpen) {
    if (action === 2) room.carryOut(dismiss('flood', sender.member), sender);
    else if (action === 3) room.receive({ type: 'bye' }, sender);
    else if (action === 4)
      room.receive({ type: 'signal', to: recipient.member.peer, payload: '' }, sender);
    else room.receive({ type: 'join' }, sender);
  }
}

test(`[R6] whatever people do, everyone knows exactly who is seated (SEED=${seed})`, () => {
  const random = createRandom(seed);
  const room = new FakeRoom();
  for (let step = 0; step < 2000; step += 1) {
    act(room, random);
    const seated = seatedPeers(room.roster);
    expect(seated.length).toBeLessThanOrEqual(capacity);
    for (const { member, known } of room.open) {
      expect([...known].toSorted()).toEqual(seated.filter((id) => id !== member.peer).toSorted());
    }
  }
});
