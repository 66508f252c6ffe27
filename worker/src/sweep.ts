// What became of a room's sockets and seats by now. The room asks at every event, so nothing has to watch over them.
import { maxRoomCapacity } from '../../protocol/limits.ts';
import { isNothingDecided, nothingDecided } from './decisions.ts';
import { type Effects, announce, closeFor, keep } from './effect.ts';
import { knockOver } from './entry.ts';
import { isOver } from './kept.ts';
import { type RoomState, type Roster, isHere } from './roster.ts';
import { type Clock, type Seat, type Seats, endMs } from './seats.ts';

/** Four pings that did not come, and half the time of a fifth. */
export const silenceMs = 45_000;

/** What is stored must not grow without end. This is two of the largest meetings, cut off whole. */
export const maxLostSeats = 2 * maxRoomCapacity;

/**
 * Closes the sockets that are silent; keeps the seats that have none any more, however it went; gives up those that
 * were kept for their grace, and forgets those that were lost for their day, and what was decided a day ago.
 */
export function sweep(room: RoomState, clock: Clock): Effects {
  const { roster } = room;
  const silent = roster.filter(({ lastHeardMs }) => clock.nowMs - lastHeardMs >= silenceMs);
  const alive = roster.filter((member) => !silent.includes(member));
  return [
    ...silent.map(({ peer }) => closeFor('silent', peer)),
    ...silent.flatMap((member) => knockOver(member, alive)),
    ...sweepSeats(room.seats, alive, clock),
    ...(alive.length === 0 ? forget(room, clock) : []),
  ];
}

function sweepSeats(seats: Seats, alive: Roster, { nowMs, graceMs }: Clock): Effects {
  const deserted = seats.filter(
    ({ standing, peer }) => standing === 'present' && !isHere(alive, peer),
  );
  const over = seats.filter((seat) => endMs(seat, graceMs) <= nowMs);
  const givenUp = over.filter(({ standing }) => standing === 'away');

  if (deserted.length === 0 && over.length === 0) return [];
  const swept = [
    ...seats.filter((seat) => !deserted.includes(seat) && !over.includes(seat)),
    ...deserted.map((seat): Seat => ({ ...seat, standing: 'away', sinceMs: nowMs })),
    ...givenUp.map((seat): Seat => ({ ...seat, standing: 'lost', sinceMs: nowMs })),
  ];
  return [
    keep({ seats: withoutLongestLost(swept) }),
    ...deserted.map(({ peer }) => announce({ type: 'peer-away', id: peer })),
    ...givenUp.map(({ peer }) => announce({ type: 'peer-left', id: peer, reason: 'lost' })),
  ];
}

/** Hosts' decisions are for a meeting and the day after it. */
function forget(room: RoomState, { nowMs }: Clock): Effects {
  const isDue = !isNothingDecided(room.decisions) && isOver(room, nowMs);
  return isDue ? [keep({ seats: [], decisions: nothingDecided })] : [];
}

function withoutLongestLost(seats: Seats): Seats {
  const lost = seats.filter(({ standing }) => standing === 'lost');
  const tooMany = new Set(lost.slice(0, Math.max(0, lost.length - maxLostSeats)));
  return seats.filter((seat) => !tooMany.has(seat));
}
