// What the room has said about itself so far, as one value that is replaced and never changed: whose seats there are,
// what its hosts have decided, and what this side may do.
import type { PeerId } from '../../../protocol/ids.ts';
import type { Seat, ServerMessage } from '../../../protocol/relay.ts';
import type { Policy, Role } from '../../../protocol/room.ts';

export interface RoomView {
  /** Under what id this side is there, or would be; undefined until the room has said so. */
  readonly self: PeerId | undefined;
  readonly role: Role;
  readonly capacity: number;
  readonly policy: Policy;
  /** The seats of the others. */
  readonly seats: readonly Seat[];
  /** Who waits to be admitted; only a host is told. */
  readonly knocking: readonly PeerId[];
}

/** The room before it has said anything. */
export const unseenRoom: RoomView = {
  self: undefined,
  role: 'guest',
  capacity: 0,
  policy: { entry: 'open', isRelayOnly: false },
  seats: [],
  knocking: [],
};

/** The room after it has said one thing more. */
export function heardRoom(before: RoomView, message: ServerMessage): RoomView {
  const { seats, knocking } = before;
  switch (message.type) {
    case 'welcome': {
      const { self, role, peers, room } = message;
      return { self, role, ...room, seats: peers, knocking: message.knocking };
    }
    case 'peer-joined': {
      const { id, role } = message;
      return { ...before, seats: [...withoutId(seats, id), { id, role, away: false }] };
    }
    case 'peer-left':
      return { ...before, seats: withoutId(seats, message.id) };
    case 'peer-away':
    case 'peer-back':
      return withSeat(before, message.id, { away: message.type === 'peer-away' });
    case 'peer-role':
      return withSeat(before, message.id, { role: message.role });
    case 'role':
      return { ...before, role: message.role, knocking: message.role === 'host' ? knocking : [] };
    case 'policy':
      return { ...before, policy: message.policy };
    case 'knock':
      return { ...before, knocking: [...knocking.filter((id) => id !== message.id), message.id] };
    case 'knock-over':
      return { ...before, knocking: knocking.filter((id) => id !== message.id) };
    case 'joined':
    case 'waiting':
    case 'mute-asked':
    case 'signal':
    case 'ice':
    case 'refused':
      return before;
    default:
      return message satisfies never;
  }
}

function withSeat(before: RoomView, id: PeerId, change: Partial<Seat>): RoomView {
  const seats = before.seats.map((seat) => (seat.id === id ? { ...seat, ...change } : seat));
  return { ...before, seats };
}

function withoutId(seats: readonly Seat[], id: PeerId): Seat[] {
  return seats.filter((seat) => seat.id !== id);
}
