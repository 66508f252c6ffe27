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
  /** The room this tab sat in when it was last loaded, so that a reload comes back to it. */
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
    seat: () => parseRoomCode(read(() => sessionStorage, seatKey) ?? ''),
    keepSeat: (code) => write(() => sessionStorage, seatKey, code ?? ''),
  };
}

// Even naming a storage throws where the person has forbidden it; then nothing is remembered.
function read(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage: () => Storage, key: string, value: string): void {
  try {
    storage().setItem(key, value);
  } catch {
    return;
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
