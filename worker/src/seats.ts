// The seats of a room: who has one, for whom one is kept, and who is remembered for having had one.
import * as v from 'valibot';
import { BrowserToken } from '../../protocol/credential.ts';
import { PeerId } from '../../protocol/ids.ts';
import { Role } from '../../protocol/room.ts';

/** Long enough for whoever was cut off from a meeting to come back under the id that its peers know. */
export const rememberedMs = 86_400_000;

/** Whose a seat is, what the ticket must hash to, and in which browser it was taken, if that said so. */
export const ownerFields = {
  peer: PeerId,
  ticketHash: v.string(),
  role: Role,
  browser: v.nullable(BrowserToken),
};

/**
 * A seat is taken while its peer is present and, when its socket is lost, while it is away. A lost one is free for
 * others: only its owner's name on it is kept. `sinceMs` is in milliseconds since the epoch.
 */
export const Seat = v.variant('standing', [
  v.object({ ...ownerFields, standing: v.literal('present') }),
  v.object({ ...ownerFields, standing: v.literal('away'), sinceMs: v.number() }),
  v.object({ ...ownerFields, standing: v.literal('lost'), sinceMs: v.number() }),
]);
export type Seat = v.InferOutput<typeof Seat>;
export type Owner = Pick<Seat, keyof typeof ownerFields>;

/** One for each peer at most; the last that changed is last. */
export type Seats = readonly Seat[];

/** The time, in milliseconds since the epoch, and for how long a seat is kept. */
export type Clock = { readonly nowMs: number; readonly graceMs: number };

export function seatOf(seats: Seats, peer: PeerId): Seat | undefined {
  return seats.find((seat) => seat.peer === peer);
}

/** The seats that nobody else can take. */
export function takenSeats(seats: Seats): Seats {
  return seats.filter(({ standing }) => standing !== 'lost');
}

export function isSeated(seats: Seats, peer: PeerId): boolean {
  return takenSeats(seats).some((seat) => seat.peer === peer);
}

/** Whether one more seat can be taken, of `capacity` in all. */
export function hasFreeSeat(seats: Seats, capacity: number): boolean {
  return takenSeats(seats).length < capacity;
}

/** Whether a ticket's claim is true. How long it takes to compare tells nothing: nobody can choose a hash. */
export function isOwner(
  { peer, ticketHash }: Pick<Owner, 'peer' | 'ticketHash'>,
  seats: Seats,
): boolean {
  return seatOf(seats, peer)?.ticketHash === ticketHash;
}

/** The seats with this owner's as one that is taken and not away. */
export function withPresent(seats: Seats, { peer, ticketHash, role, browser }: Owner): Seats {
  return withSeat(seats, { peer, ticketHash, role, browser, standing: 'present' });
}

/** The seats with `seat` as the one of its peer. */
export function withSeat(seats: Seats, seat: Seat): Seats {
  return [...withoutSeat(seats, seat.peer), seat];
}

/** The seats with none of this peer. */
export function withoutSeat(seats: Seats, peer: PeerId): Seats {
  return seats.filter((seat) => seat.peer !== peer);
}

/** When a seat's standing ends by itself, in milliseconds since the epoch. */
export function endMs(seat: Seat, graceMs: number): number {
  switch (seat.standing) {
    case 'present':
      return Infinity;
    case 'away':
      return seat.sinceMs + graceMs;
    case 'lost':
      return seat.sinceMs + rememberedMs;
    default:
      return seat satisfies never;
  }
}
