// Who is a host. The powers are a token's, and a seat's whose peer may not have its token yet.
import type { PeerId } from '../../protocol/ids.ts';
import type { Role } from '../../protocol/room.ts';
import type { Decisions } from './decisions.ts';
import { type Effects, announce, deliver } from './effect.ts';
import type { RoomState } from './roster.ts';
import { type Seat, type Seats, takenSeats } from './seats.ts';

/** Whose a new socket is. `handOvers` is the number of its host token, and undefined without a good one. */
export function roleOf(
  handOvers: number | undefined,
  seat: Seat | undefined,
  decisions: Decisions,
): Role {
  const isHost = handOvers !== undefined && handOvers >= decisions.handOvers;
  return isHost ? 'host' : (seat?.role ?? 'guest');
}

/** The seats with this peer's as the only one that can be a host's. */
export function withoutOtherHosts(seats: Seats, peer: PeerId): Seats {
  return seats.map((seat) => (seat.peer === peer ? seat : { ...seat, role: 'guest' }));
}

/** What hosts hear who are no more, and others of them; all but this peer. */
export function dismissOtherHosts(peer: PeerId, { roster, seats }: RoomState): Effects {
  const isOtherHost = (one: { peer: PeerId; role: Role }) =>
    one.role === 'host' && one.peer !== peer;
  return [
    ...roster
      .filter(isOtherHost)
      .flatMap((former) => [
        { type: 'mark', peer: former.peer, marks: { role: 'guest' } } as const,
        deliver(former.peer, { type: 'role', role: 'guest', token: null }),
      ]),
    ...takenSeats(seats)
      .filter(isOtherHost)
      .map((former) => announce({ type: 'peer-role', id: former.peer, role: 'guest' })),
  ];
}
