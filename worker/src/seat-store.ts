// Where a room's seats outlast its object: one value under one key, so that a look at them reads one row, and a
// change writes one.
import * as v from 'valibot';
import { Seat, type Seats } from './seats.ts';

const key = 'seats';
const StoredSeats = v.object({ version: v.literal(1), seats: v.array(Seat) });

/** The seats as they were written last. What another version of this code wrote is none; its people are strangers. */
export function readSeats({ kv }: DurableObjectStorage): Seats {
  const result = v.safeParse(StoredSeats, kv.get(key));
  return result.success ? result.output.seats : [];
}

/**
 * Replaces the seats, and sets the object's one alarm to `alarmAtMs`, in milliseconds since the epoch. Both are done
 * when this returns; the promise says that they are on the disk. No seats leave nothing stored, and no alarm.
 */
export function writeSeats(
  storage: DurableObjectStorage,
  seats: Seats,
  alarmAtMs: number,
): Promise<void> {
  // With the alarm, for a compatibility date from 2026-02-24 on.
  if (seats.length === 0) return storage.deleteAll();
  storage.kv.put(key, { version: 1, seats });
  return storage.setAlarm(alarmAtMs);
}
