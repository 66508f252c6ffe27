// What this browser remembers about the person. Nothing of it leaves the browser.
import * as v from 'valibot';
import { type RoomCode, parseRoomCode } from '../../../protocol/ids.ts';
import { maxNameLength } from '../../../protocol/limits.ts';

const Preferences = v.object({
  name: v.fallback(v.pipe(v.string(), v.maxLength(maxNameLength)), ''),
  isMicrophoneWanted: v.fallback(v.boolean(), true),
  isCameraWanted: v.fallback(v.boolean(), true),
  microphoneId: v.fallback(v.optional(v.string()), undefined),
  cameraId: v.fallback(v.optional(v.string()), undefined),
});
export type Preferences = v.InferOutput<typeof Preferences>;

export interface PreferenceStore {
  load(): Preferences;
  save(change: Partial<Preferences>): void;
  /** The room this tab sat in before it was reloaded; a reload, and nothing else, comes back to it unasked. */
  seat(): RoomCode | undefined;
  keepSeat(code: RoomCode | undefined): void;
}

const preferencesKey = 'earshot.preferences';
const seatKey = 'earshot.seat';

/** Keeps preferences in localStorage and the seat in this tab's sessionStorage. */
export function browserPreferences(): PreferenceStore {
  const load = () => v.parse(Preferences, parse(read(() => localStorage, preferencesKey)));
  return {
    load,
    save: (change) =>
      write(() => localStorage, preferencesKey, JSON.stringify({ ...load(), ...change })),
    // A copied tab has the same storage, and an old tab that is opened again still has it.
    seat: () => (isReload() ? parseRoomCode(read(() => sessionStorage, seatKey) ?? '') : undefined),
    keepSeat: (code) => write(() => sessionStorage, seatKey, code ?? ''),
  };
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
}

function read(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return undefined; // Even naming a storage throws where the person forbids it: then nothing is remembered.
  }
}

function write(storage: () => Storage, key: string, value: string): void {
  try {
    storage().setItem(key, value);
  } catch {
    return; // Forbidden, or full: the page works all the same.
  }
}

function parse(text: string | undefined): unknown {
  try {
    const json: unknown = JSON.parse(text ?? '{}');
    return typeof json === 'object' && json !== null ? json : {};
  } catch {
    return {};
  }
}
