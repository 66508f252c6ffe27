// Where what a room keeps outlasts its object: one value under one key, so that a look at it reads one row, and a
// change writes one.
import * as v from 'valibot';
import { Decisions } from './decisions.ts';
import { type Kept, isNothingKept, nothingKept } from './kept.ts';
import { Seat } from './seats.ts';

const key = 'room';
const Stored = v.object({
  version: v.literal(2),
  seats: v.array(Seat),
  decisions: Decisions,
  usedMs: v.number(),
});

/** What was written last. What another version of this code wrote is nothing; its people are strangers. */
export function readKept({ kv }: DurableObjectStorage): Kept {
  const result = v.safeParse(Stored, kv.get(key));
  return result.success ? result.output : nothingKept;
}

/**
 * Replaces what is kept, and sets the object's one alarm to `alarmAtMs`, in milliseconds since the epoch. Both are done
 * when this returns; the promise says that they are on the disk. Nothing to keep leaves nothing stored, and no alarm.
 */
export function writeKept(
  storage: DurableObjectStorage,
  { seats, decisions, usedMs }: Kept,
  alarmAtMs: number,
): Promise<void> {
  const kept = { seats, decisions, usedMs };
  // With the alarm, for a compatibility date from 2026-02-24 on.
  if (isNothingKept(kept)) return storage.deleteAll();
  storage.kv.put(key, { version: 2, ...kept });
  return storage.setAlarm(alarmAtMs);
}
