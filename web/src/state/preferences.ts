// What this browser remembers about the person. Nothing of it leaves the browser.
import * as v from 'valibot';
import { type RoomCode, parseRoomCode } from '../../../protocol/ids.ts';
import { maxNameLength } from '../../../protocol/limits.ts';
import { languageCodes } from './language.ts';
import type { TextStore } from './text-store.ts';

const Preferences = v.object({
  name: v.fallback(v.pipe(v.string(), v.maxLength(maxNameLength)), ''),
  isMicrophoneWanted: v.fallback(v.boolean(), true),
  isCameraWanted: v.fallback(v.boolean(), true),
  microphoneId: v.fallback(v.optional(v.string()), undefined),
  cameraId: v.fallback(v.optional(v.string()), undefined),
  speakerId: v.fallback(v.optional(v.string()), undefined),
  noiseSuppression: v.fallback(v.boolean(), true),
  echoCancellation: v.fallback(v.boolean(), true),
  autoGainControl: v.fallback(v.boolean(), true),
  /** Their own picture: as in a mirror, and with the room behind them out of focus. */
  isMirrored: v.fallback(v.boolean(), true),
  isBlurred: v.fallback(v.boolean(), false),
  screenHint: v.fallback(v.picklist(['detail', 'motion']), 'detail'),
  /** How the call is laid out, and where one's own picture lies in it, if it is wanted. */
  layout: v.fallback(v.picklist(['grid', 'speaker']), 'grid'),
  selfCorner: v.fallback(
    v.picklist(['top-left', 'top-right', 'bottom-right', 'bottom-left']),
    'bottom-right',
  ),
  hidesSelf: v.fallback(v.boolean(), false),
  /** Short sounds when somebody comes, goes, or wants something. */
  playsSounds: v.fallback(v.boolean(), true),
  /** Single keys do what buttons do. */
  usesShortcuts: v.fallback(v.boolean(), true),
  /** How much of the network a call may take; `audio-only` asks for no pictures at all. */
  dataUse: v.fallback(v.picklist(['full', 'saver', 'audio-only']), 'full'),
  /** Connects through the relay only. */
  hidesAddress: v.fallback(v.boolean(), false),
  /** Absent until they choose one: then the browser’s own decides. */
  language: v.fallback(v.optional(v.picklist(languageCodes)), undefined),
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
