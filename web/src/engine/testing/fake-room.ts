// The server's side of docs/protocol.md in memory, without the server's care.
import { closeCodes } from '../../../../protocol/close-code.ts';
import { decode, encode } from '../../../../protocol/codec.ts';
import { offeredCredential } from '../../../../protocol/credential.ts';
import { type PeerId, peerIdFrom } from '../../../../protocol/ids.ts';
import { pingFrame, pongFrame } from '../../../../protocol/limits.ts';
import {
  ClientMessage,
  type HostMessage,
  type Ice,
  type ServerMessage,
} from '../../../../protocol/relay.ts';
import type { Policy, Role } from '../../../../protocol/room.ts';
import { type Ticket, ticketFrom } from '../../../../protocol/ticket.ts';
import type { FakeSocket } from './fake-socket.ts';

interface Member {
  readonly id: PeerId;
  readonly ticket: Ticket;
  readonly socket: FakeSocket;
}

interface Seat {
  readonly ticket: Ticket;
  /** `lost`: given up after the grace, its id kept for whoever has the ticket. */
  standing: 'present' | 'away' | 'lost';
}

export class FakeRoom {
  /** What everyone gets who comes or asks from now on. */
  ice: Ice = { servers: [], lifetimeMs: null };
  policy: Policy = { entry: 'open', isRelayOnly: false };
  /** What everyone is who comes from now on. */
  role: Role = 'guest';
  /** What becomes of a payload on its way. */
  carry: (payload: string, from: PeerId) => readonly string[] = (payload) => [payload];
  /** What was said as only a host may, in order. */
  readonly governed: HostMessage[] = [];
  /** How each member left, in order. */
  readonly departures: ('bye' | 'left' | 'lost')[] = [];
  readonly #capacity: number;
  readonly #seats = new Map<PeerId, Seat>();
  #members: Member[] = [];
  #made = 0;

  constructor(capacity = 8) {
    this.#capacity = capacity;
  }

  /** Who has a seat, away or not. */
  get seated(): PeerId[] {
    return [...this.#seats].filter(([, { standing }]) => standing !== 'lost').map(([id]) => id);
  }

  /** The server accepts a socket and welcomes it, to its seat if it has a ticket for one, else to the lobby. */
  welcome(socket: FakeSocket): void {
    const offered = offeredCredential('ticket', socket.protocols);
    const known = [...this.#seats].find(([, seat]) => seat.ticket === offered);
    const id = known?.[0] ?? this.#nextId();
    const ticket = known?.[1].ticket ?? ticketFrom(id, new Uint8Array(26));
    for (const older of this.#members.filter((member) => member.id === id)) this.#replace(older);
    const member: Member = { id, ticket, socket };
    this.#members.push(member);
    socket.heard = (frame) => this.#hear(member, frame);
    socket.ended = (code) => this.#ended(member, code);
    socket.accept();
    const isSeated = known !== undefined && known[1].standing !== 'lost';
    this.#welcome(member, isSeated);
    if (isSeated) this.#takeUp(member, known[1]);
  }

  /** The server dies: every socket breaks, and only the seats are remembered. */
  crash(): void {
    const members = this.#members;
    this.#members = [];
    for (const seat of this.#seats.values())
      if (seat.standing === 'present') seat.standing = 'away';
    for (const { socket } of members) socket.drop();
  }

  /** Whose socket is dead without the room's knowledge has been silent for too long. */
  endSilences(): void {
    for (const member of this.#members) {
      if (member.socket.readyState !== WebSocket.OPEN) this.#ended(member, undefined);
    }
  }

  /** The grace of everyone who is away is over. */
  endGraces(): void {
    for (const [id, seat] of this.#seats) {
      if (seat.standing !== 'away') continue;
      seat.standing = 'lost';
      this.departures.push('lost');
      this.#announce({ type: 'peer-left', id, reason: 'lost' });
    }
  }

  /** The room's storage is gone, and with it everyone's seat. */
  forget(): void {
    this.crash();
    this.#seats.clear();
  }

  #welcome(member: Member, seated: boolean): void {
    const { id: self, ticket } = member;
    const peers = [...this.#seats]
      .filter(([id, { standing }]) => id !== self && standing !== 'lost')
      .map(([id, { standing }]) => ({ id, away: standing === 'away', role: 'guest' as const }));
    const { ice, role } = this;
    const room = { capacity: this.#capacity, policy: this.policy };
    const told = { self, ticket, role, seated, peers, room, ice };
    tell(member, { type: 'welcome', version: 1, knocking: [], ...told });
  }

  #takeUp({ id }: Member, seat: Seat): void {
    if (seat.standing === 'away') this.#announce({ type: 'peer-back', id });
    seat.standing = 'present';
  }

  #replace(member: Member): void {
    this.#members = this.#members.filter((other) => other !== member);
    queueMicrotask(() => member.socket.drop(closeCodes.replaced));
  }

  #hear(sender: Member, frame: string): void {
    if (!this.#members.includes(sender)) return;
    if (frame === pingFrame) queueMicrotask(() => sender.socket.deliver(pongFrame));
    const decoded = decode(ClientMessage, frame);
    if (!decoded.ok) return;
    const message = decoded.value;
    switch (message.type) {
      case 'join':
        if (this.policy.entry === 'knock') this.#knock(sender);
        else this.#seat(sender);
        return;
      case 'signal': {
        const { to, payload } = message;
        const recipient = this.#members.find(({ id }) => id === to);
        if (!recipient) return;
        for (const carried of this.carry(payload, sender.id))
          tell(recipient, { type: 'signal', from: sender.id, payload: carried });
        return;
      }
      case 'ice':
        tell(sender, { type: 'ice', ice: this.ice });
        return;
      case 'bye':
        this.#leave(sender, 'bye');
        return;
      case 'admit': {
        const waiting = this.#members.find(({ id }) => id === message.id);
        if (waiting) this.#seat(waiting);
        return;
      }
      default:
        this.governed.push(message);
    }
  }

  /** Everyone inside hears it, which is more than a server would let them. */
  #knock(member: Member): void {
    tell(member, { type: 'waiting' });
    for (const other of this.#members.filter(({ id }) => this.seated.includes(id)))
      tell(other, { type: 'knock', id: member.id });
  }

  #seat(member: Member): void {
    const { id, ticket } = member;
    if (this.seated.includes(id)) {
      tell(member, { type: 'refused', reason: 'already-joined' });
    } else if (this.seated.length >= this.#capacity) {
      tell(member, { type: 'refused', reason: 'room-full' });
    } else {
      this.#seats.set(id, { ticket, standing: 'present' });
      tell(member, { type: 'joined' });
      this.#announce({ type: 'peer-joined', id, role: 'guest' });
    }
  }

  #ended(member: Member, code: number | undefined): void {
    const seat = this.#seats.get(member.id);
    if (!this.#members.includes(member)) return;
    if (code === 1000 || seat?.standing !== 'present') {
      this.#leave(member, 'left');
      return;
    }
    this.#members = this.#members.filter((other) => other !== member);
    seat.standing = 'away';
    this.#announce({ type: 'peer-away', id: member.id });
  }

  #leave(member: Member, reason: 'bye' | 'left'): void {
    if (!this.#members.includes(member)) return;
    this.departures.push(reason);
    this.#members = this.#members.filter((other) => other !== member);
    const wasSeated = this.seated.includes(member.id);
    if (wasSeated) this.#seats.delete(member.id);
    if (wasSeated) this.#announce({ type: 'peer-left', id: member.id, reason: 'left' });
  }

  /** To everyone but whom it is about. */
  #announce(message: ServerMessage & { readonly id: PeerId }): void {
    for (const member of this.#members) if (member.id !== message.id) tell(member, message);
  }

  #nextId(): PeerId {
    this.#made += 1;
    return nthPeerId(this.#made);
  }
}

/** Frames arrive later than they are sent, and in order. */
function tell({ socket }: Member, message: ServerMessage): void {
  queueMicrotask(() => socket.deliver(encode(message)));
}

function nthPeerId(nth: number): PeerId {
  return peerIdFrom(Uint8Array.from({ length: 16 }, (_, index) => (index === 15 ? nth : nth * 7)));
}
