// What a client knows from nothing but what it was told. Whatever it is told has to be news to it.
import { expect } from 'vitest';
import type { PeerId } from '../../protocol/ids.ts';
import type { ServerMessage } from '../../protocol/relay.ts';
import type { Policy, Role } from '../../protocol/room.ts';

export type Knowledge = {
  /** The number of the host token it holds. */
  token: number | undefined;
  readonly seats: Map<PeerId, { away: boolean; role: Role }>;
  readonly knocking: Set<PeerId>;
  self?: { role: Role; standing: 'visitor' | 'waiting' | 'seated' };
  policy?: Policy;
};

export function hear(knowledge: Knowledge, message: ServerMessage): void {
  const { seats, knocking } = knowledge;
  if (message.type === 'welcome') {
    const { role, seated, peers, room } = message;
    knowledge.self = { role, standing: seated ? 'seated' : 'visitor' };
    knowledge.policy = room.policy;
    for (const { id, ...seat } of peers) seats.set(id, seat);
    for (const id of message.knocking) knocking.add(id);
    return;
  }
  const { self } = knowledge;
  if (!self) throw new Error(`a ${message.type} before the welcome`);
  switch (message.type) {
    case 'joined':
      expect(self.standing).not.toBe('seated');
      self.standing = 'seated';
      break;
    case 'waiting':
      expect(self.standing).not.toBe('seated');
      self.standing = 'waiting';
      break;
    case 'refused':
      hearRefusal(self, message.reason);
      break;
    case 'role':
      // A host is told again when its token was lost, or when it is a host's only one.
      if (message.role === 'guest') expect(self.role).toBe('host');
      if (message.role === 'guest') knocking.clear();
      self.role = message.role;
      break;
    case 'policy':
      expect(message.policy).not.toEqual(knowledge.policy);
      knowledge.policy = message.policy;
      break;
    case 'knock':
      expect(self.role).toBe('host');
      expect(knocking.has(message.id)).toBe(false);
      knocking.add(message.id);
      break;
    case 'knock-over':
      expect(knocking.delete(message.id)).toBe(true);
      break;
    case 'peer-joined':
    case 'peer-away':
    case 'peer-back':
    case 'peer-left':
    case 'peer-role':
      hearOfSeat(seats, message);
      break;
    case 'mute-asked':
      expect(self.standing).toBe('seated');
      break;
    case 'signal':
    case 'ice':
      break;
    default:
      message satisfies never;
  }
}

/** A wait ends in being seated, or with one of these. */
function hearRefusal(self: NonNullable<Knowledge['self']>, reason: string): void {
  if (self.standing !== 'waiting') return;
  if (['denied', 'entry-closed', 'room-full'].includes(reason)) self.standing = 'visitor';
}

function hearOfSeat(
  seats: Knowledge['seats'],
  message: Extract<ServerMessage, { type: `peer-${string}` }>,
): void {
  const { type, id } = message;
  const seat = seats.get(id);
  if (type === 'peer-joined') {
    expect(seat).toBeUndefined();
    seats.set(id, { away: false, role: message.role });
    return;
  }
  if (!seat) throw new Error(`a ${type} of nobody`);
  if (type === 'peer-left') seats.delete(id);
  else if (type === 'peer-role') {
    expect(seat.role).not.toBe(message.role);
    seats.set(id, { ...seat, role: message.role });
  } else {
    expect(seat.away).toBe(type === 'peer-back');
    seats.set(id, { ...seat, away: type === 'peer-away' });
  }
}
