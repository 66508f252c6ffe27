// What this browser remembers about the person. Nothing of it leaves the browser.
import * as v from 'valibot';
import { type RoomCode, parseRoomCode } from '../../../protocol/ids.ts';
import { maxNameLength } from '../../../protocol/limits.ts';
import type { TextStore } from './text-store.ts';

const Preferences = v.object({
  name: v.fallback(v.pipe(v.string(), v.maxLength(maxNameLength)), ''),
  isMicrophoneWanted: v.fallback(v.boolean(), true),
  isCameraWanted: v.fallback(v.boolean(), true),
  microphoneId: v.fallback(v.optional(v.string()), undefined),
  cameraId: v.fallback(v.optional(v.string()), undefined),
  /** Connects through the relay only. */
  hidesAddress: v.fallback(v.boolean(), false),
  /** What the operator asks of whoever starts calls here. */
  pass: v.fallback(v.optional(v.string()), undefined),
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

/** Keeps preferences for good, and the seat for this tab. */
export function preferenceStore(lasting: TextStore, ofTab: TextStore): PreferenceStore {
  const load = () => v.parse(Preferences, parse(lasting.read(preferencesKey)));
  return {
    load,
    save: (change) => lasting.write(preferencesKey, JSON.stringify({ ...load(), ...change })),
    // A copied tab has the same storage, and an old tab that is opened again still has it.
    seat: () => (isReload() ? parseRoomCode(ofTab.read(seatKey) ?? '') : undefined),
    keepSeat: (code) => ofTab.write(seatKey, code ?? ''),
  };
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
}

function parse(text: string | undefined): unknown {
  try {
    const json: unknown = JSON.parse(text ?? '{}');
    return typeof json === 'object' && json !== null ? json : {};
  } catch {
    return {};
  }
}
