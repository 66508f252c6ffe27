// The server's side of docs/protocol.md in memory, without the server's care.
import { decode, encode } from '../../../../protocol/codec.ts';
import { type PeerId, peerIdFrom } from '../../../../protocol/ids.ts';
import { pingFrame, pongFrame } from '../../../../protocol/limits.ts';
import { ClientMessage, type Ice, type ServerMessage } from '../../../../protocol/relay.ts';
import type { FakeSocket } from './fake-socket.ts';

interface Member {
  readonly id: PeerId;
  readonly socket: FakeSocket;
  isSeated: boolean;
}

export class FakeRoom {
  /** What everyone gets who comes or asks from now on. */
  ice: Ice = { servers: [], lifetimeMs: null };
  /** How each member left, in order. */
  readonly departures: ('bye' | 'left' | 'lost')[] = [];
  readonly #capacity: number;
  #members: Member[] = [];
  #made = 0;

  constructor(capacity = 8) {
    this.#capacity = capacity;
  }

  /** The server accepts a socket and welcomes it to the lobby. */
  welcome(socket: FakeSocket): void {
    this.#made += 1;
    const member: Member = { id: nthPeerId(this.#made), socket, isSeated: false };
    const peers = this.#members.filter(({ isSeated }) => isSeated).map(({ id }) => ({ id }));
    this.#members.push(member);
    socket.heard = (frame) => this.#hear(member, frame);
    socket.ended = (code) => this.#leave(member, code === 1000 ? 'left' : 'lost');
    socket.accept();
    const room = { capacity: this.#capacity };
    const { ice } = this;
    tell(member, { type: 'welcome', version: 1, self: member.id, peers, room, ice });
  }

  #hear(sender: Member, frame: string): void {
    if (frame === pingFrame) queueMicrotask(() => sender.socket.deliver(pongFrame));
    const decoded = decode(ClientMessage, frame);
    if (!decoded.ok) return;
    const message = decoded.value;
    switch (message.type) {
      case 'join':
        this.#seat(sender);
        return;
      case 'signal': {
        const { to, payload } = message;
        const recipient = this.#members.find(({ id }) => id === to);
        if (recipient) tell(recipient, { type: 'signal', from: sender.id, payload });
        return;
      }
      case 'ice':
        tell(sender, { type: 'ice', ice: this.ice });
        return;
      case 'bye':
        this.#leave(sender, 'bye');
        return;
      default:
        message satisfies never;
    }
  }

  #seat(member: Member): void {
    if (this.#members.filter(({ isSeated }) => isSeated).length >= this.#capacity) {
      tell(member, { type: 'refused', reason: 'room-full' });
      return;
    }
    member.isSeated = true;
    tell(member, { type: 'joined' });
    for (const other of this.#members) {
      if (other !== member) tell(other, { type: 'peer-joined', peer: { id: member.id } });
    }
  }

  #leave(member: Member, reason: 'bye' | 'left' | 'lost'): void {
    if (!this.#members.includes(member)) return;
    this.departures.push(reason);
    this.#members = this.#members.filter((other) => other !== member);
    if (!member.isSeated) return;
    for (const other of this.#members) {
      tell(other, {
        type: 'peer-left',
        id: member.id,
        reason: reason === 'lost' ? 'lost' : 'left',
      });
    }
  }
}

/** Frames arrive later than they are sent, and in order. */
function tell({ socket }: Member, message: ServerMessage): void {
  queueMicrotask(() => socket.deliver(encode(message)));
}

function nthPeerId(nth: number): PeerId {
  return peerIdFrom(Uint8Array.from({ length: 16 }, (_, index) => (index === 15 ? nth : nth * 7)));
}
