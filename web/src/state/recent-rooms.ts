// The last calls this person was in, for the home page: who was there, when, and the link, with its key. The browser's
// history has those links, too.
import * as v from 'valibot';
import { computed, createModel, signal } from '@preact/signals';
import { readLink } from './room-link.ts';
import type { TextStore } from './text-store.ts';

const RecentRoom = v.object({
  /** A path, as `writeLink` makes it. */
  link: v.pipe(
    v.string(),
    v.check((link) => readLink(link) !== undefined),
  ),
  /** Of the others who were there; empty for whoever gave none. */
  names: v.array(v.string()),
  /** When this person came in, in milliseconds since 1970. */
  atMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
});
export type RecentRoom = v.InferOutput<typeof RecentRoom>;

const RecentList = v.fallback(v.pipe(v.string(), v.parseJson(), v.array(RecentRoom)), []);

const key = 'earshot.recent';
const maxRooms = 5;

export const RecentRooms = createModel((store: TextStore) => {
  // Read again before each change: another tab may have changed it, too.
  const read = (): readonly RecentRoom[] => v.parse(RecentList, store.read(key) ?? '[]');
  const rooms = signal(read());

  function change(make: (before: readonly RecentRoom[]) => readonly RecentRoom[]): void {
    rooms.value = make(read());
    store.write(key, JSON.stringify(rooms.peek()));
  }
  const without = (link: string) => (all: readonly RecentRoom[]) =>
    all.filter((room) => room.link !== link);

  return {
    /** Newest first. */
    rooms: computed(() => rooms.value),
    keep: (room: RecentRoom) =>
      change((before) => [room, ...without(room.link)(before)].slice(0, maxRooms)),
    /** Another key to the same code stays: it may be the right one. */
    forget: (link: string) => change(without(link)),
    forgetAll: () => change(() => []),
  };
});
export interface RecentRooms extends InstanceType<typeof RecentRooms> {}
