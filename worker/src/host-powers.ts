// The rules of a host's powers. Who is no host does not get here; what can't be done is a reason to refuse it.
import type { PeerId } from '../../protocol/ids.ts';
import type { HostMessage, RefusedReason } from '../../protocol/relay.ts';
import { withPolicy, withRemoved } from './decisions.ts';
import { type Effects, announce, closeFor, deliver, keep } from './effect.ts';
import { changeEntry, knockOver, seat, turnAway } from './entry.ts';
import { dismissOtherHosts, withoutOtherHosts } from './hosts.ts';
import { type Member, type RoomState, memberOf, waitingIn } from './roster.ts';
import { type Owner, hasFreeSeat, seatOf, takenSeats, withPresent } from './seats.ts';

type Outcome = Effects | RefusedReason;

/** What follows from a host's message, or why nothing does. */
export function applyPower(message: HostMessage, host: PeerId, room: RoomState): Outcome {
  switch (message.type) {
    case 'set-entry': {
      if (message.entry === room.decisions.policy.entry) return [];
      const { seats, decisions, news } = changeEntry(message.entry, room);
      return [keep({ seats, decisions }), ...news];
    }
    case 'set-relay-only':
      return setRelayOnly(message.isRelayOnly, room);
    case 'admit': {
      const waiting = memberWaiting(message.id, room);
      if (!waiting) return 'unknown-recipient';
      return hasFreeSeat(room.seats, room.capacity) ? seat(waiting, room) : 'room-full';
    }
    case 'deny': {
      const waiting = memberWaiting(message.id, room);
      return waiting ? turnAway(waiting, 'denied', room.roster) : 'unknown-recipient';
    }
    case 'ask-to-mute':
      return (
        reasonNotToReach(message.id, host, room) ?? [deliver(message.id, { type: 'mute-asked' })]
      );
    case 'remove':
      return remove(message, room);
    case 'hand-over':
      return reasonNotToReach(message.id, host, room) ?? handOver(message.id, room);
    case 'end':
      return [keep({ seats: [] }), ...room.roster.map(({ peer }) => closeFor('ended', peer))];
    default:
      return message satisfies never;
  }
}

function setRelayOnly(isRelayOnly: boolean, { decisions, hasRelay }: RoomState): Outcome {
  if (isRelayOnly === decisions.policy.isRelayOnly) return [];
  // It can always be taken back: the relay may have been there when it was decided.
  if (isRelayOnly && !hasRelay) return 'no-relay';
  const decided = withPolicy(decisions, { isRelayOnly });
  return [keep({ decisions: decided }), announce({ type: 'policy', policy: decided.policy })];
}

function memberWaiting(peer: PeerId, { roster }: RoomState): Member | undefined {
  return memberOf(waitingIn(roster), peer);
}

function reasonNotToReach(
  peer: PeerId,
  host: PeerId,
  { seats }: RoomState,
): RefusedReason | undefined {
  const standing = seatOf(seats, peer)?.standing;
  if (standing === 'away') return 'recipient-away';
  return standing === 'present' && peer !== host ? undefined : 'unknown-recipient';
}

/** Whoever is meant goes with everyone else of its browser; a host stays even so. */
function remove(
  { id, closes }: Extract<HostMessage, { type: 'remove' }>,
  room: RoomState,
): Outcome {
  const target: Owner | undefined = memberOf(room.roster, id) ?? seatOf(room.seats, id);
  if (!target || target.role === 'host') return 'unknown-recipient';
  const isMeant = ({ peer, role, browser }: Owner) =>
    role === 'guest' && (peer === id || (browser !== null && browser === target.browser));
  const members = room.roster.filter(isMeant);
  const rest: RoomState = {
    ...room,
    roster: room.roster.filter((member) => !isMeant(member)),
    seats: room.seats.filter((one) => !isMeant(one)),
    decisions: withRemoved(room.decisions, target.browser),
  };
  const isNewlyClosed = closes && rest.decisions.policy.entry !== 'closed';
  const { seats, decisions, news } = isNewlyClosed
    ? changeEntry('closed', rest)
    : { ...rest, news: [] };
  return [
    keep({ seats, decisions }),
    ...members.map(({ peer }) => closeFor('removed', peer)),
    ...takenSeats(room.seats.filter(isMeant)).map(({ peer }) =>
      announce({ type: 'peer-left', id: peer, reason: 'removed' }),
    ),
    ...members.flatMap((member) => knockOver(member, rest.roster)),
    ...news,
  ];
}

function handOver(id: PeerId, room: RoomState): Effects {
  const { roster, seats, decisions } = room;
  const heir = memberOf(roster, id);
  // A seat that is present has a socket, or it would have been swept.
  if (!heir) return [];
  const isNew = heir.role !== 'host';
  const heirs = withPresent(withoutOtherHosts(seats, id), { ...heir, role: 'host' });
  const handOvers = decisions.handOvers + 1;
  // Whoever was a host already has been told of them.
  const waiting = isNew ? waitingIn(roster).map(({ peer }) => peer) : [];
  return [
    keep({ seats: heirs, decisions: { ...decisions, handOvers } }),
    ...dismissOtherHosts(id, room),
    ...(isNew ? [announce({ type: 'peer-role', id, role: 'host' })] : []),
    { type: 'mark', peer: id, marks: { role: 'host' } },
    { type: 'grant', to: id, waiting },
  ];
}
