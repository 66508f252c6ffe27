// Who may take a seat, and what becomes of those who wait to be admitted.
import type { RefusedReason } from '../../protocol/relay.ts';
import type { Entry } from '../../protocol/room.ts';
import { type Decisions, isAdmitted, withPolicy } from './decisions.ts';
import { type Effects, announce, deliver, deliverToHosts, keep, refuse } from './effect.ts';
import { type Member, type RoomState, type Roster, waitingIn } from './roster.ts';
import { type Seats, hasFreeSeat, isSeated, seatOf, takenSeats, withPresent } from './seats.ts';

/** What follows when somebody asks for a seat. */
export function join(sender: Member, room: RoomState): Effects {
  const { peer, role } = sender;
  const { entry } = room.decisions.policy;
  if (isSeated(room.seats, peer)) return refuse('already-joined', peer);
  if (sender.knockedMs !== null) return [deliver(peer, { type: 'waiting' })];
  // A policy is about those who are new.
  const isKnown =
    seatOf(room.seats, peer) !== undefined || isAdmitted(room.decisions, sender.browser);
  const isExpected = role === 'host' || isKnown;
  if (entry === 'closed' && !isExpected) return refuse('entry-closed', peer);
  if (!hasFreeSeat(room.seats, room.capacity)) return refuse('room-full', peer);
  return entry === 'knock' && !isExpected ? knock(sender, room) : seat(sender, room);
}

/** Gives a seat to somebody who may have waited for it. There has to be one. */
export function seat(member: Member, { seats, roster }: RoomState): Effects {
  return [keep({ seats: withPresent(seats, member) }), ...welcomeIn(member, roster)];
}

/** Ends somebody's wait without a seat. */
export function turnAway(member: Member, reason: RefusedReason, roster: Roster): Effects {
  return [
    { type: 'mark', peer: member.peer, marks: { knockedMs: null } },
    ...refuse(reason, member.peer),
    ...knockOver(member, roster),
  ];
}

/** What hosts hear when somebody no longer waits, if it did. */
export function knockOver({ peer, knockedMs }: Member, roster: Roster): Effects {
  return knockedMs === null ? [] : deliverToHosts(roster, { type: 'knock-over', id: peer });
}

/** What a new policy comes to: what is to be kept, and what follows once it is. */
export type NewPolicy = {
  readonly seats: Seats;
  readonly decisions: Decisions;
  readonly news: Effects;
};

/** Those who wait are seated in their order when the entry opens, and refused when it closes. */
export function changeEntry(entry: Entry, room: RoomState): NewPolicy {
  const { seats, roster, capacity } = room;
  const decisions = withPolicy(room.decisions, { entry });
  const told = announce({ type: 'policy', policy: decisions.policy });
  const waiting = waitingIn(roster);
  switch (entry) {
    case 'open': {
      const free = Math.max(0, capacity - takenSeats(seats).length);
      const seated = waiting.slice(0, free);
      const news = [
        told,
        ...seated.flatMap((member) => welcomeIn(member, roster)),
        ...waiting.slice(free).flatMap((member) => turnAway(member, 'room-full', roster)),
      ];
      return { seats: seated.reduce(withPresent, seats), decisions, news };
    }
    case 'closed': {
      const refused = waiting.flatMap((member) => turnAway(member, 'entry-closed', roster));
      return { seats, decisions, news: [told, ...refused] };
    }
    case 'knock':
      return { seats, decisions, news: [told] };
    default:
      return entry satisfies never;
  }
}

function knock({ peer, lastHeardMs }: Member, { roster }: RoomState): Effects {
  return [
    { type: 'mark', peer, marks: { knockedMs: lastHeardMs } },
    deliver(peer, { type: 'waiting' }),
    ...deliverToHosts(roster, { type: 'knock', id: peer }),
  ];
}

function welcomeIn(member: Member, roster: Roster): Effects {
  const { peer, role, knockedMs } = member;
  return [
    ...(knockedMs === null ? [] : [{ type: 'mark', peer, marks: { knockedMs: null } } as const]),
    deliver(peer, { type: 'joined' }),
    announce({ type: 'peer-joined', id: peer, role }),
    ...knockOver(member, roster),
  ];
}
