// What just happened in the call: as notes that go by themselves, as a sentence to be read aloud, and as sounds.
import { type ReadonlySignal, computed, createModel, effect, signal } from '@preact/signals';
import type { PeerId } from '../../../protocol/ids.ts';
import type { CallState } from '../engine/call-state.ts';
import type { Clock } from '../engine/environment.ts';
import { type Happening, type Look, happeningsBetween } from './happenings.ts';
import { type Passing, passing } from './passing.ts';

export type Chime = 'joined' | 'left' | 'raised-hand' | 'message' | 'knock';

export interface NewsServices {
  readonly clock: Clock;
  readonly state: ReadonlySignal<CallState>;
  readonly unread: ReadonlySignal<number>;
  readonly wantsSounds: () => boolean;
  readonly play: (chime: Chime) => void;
}

/** A happening that is shown for a while. */
export type Note = Passing<{
  readonly happening: Extract<Happening, { readonly name: string }>;
}>;

const noteMs = 4_000;
const maxNotes = 3;
/** A class that arrives together is not a peal of bells. */
const burst = { chimes: 5, withinMs: 10_000 };
const noted = new Set<string>(['joined', 'left', 'raised-hand']);

export const NewsModel = createModel((services: NewsServices) => {
  const { clock, state, unread } = services;
  const notes = passing<Omit<Note, 'key'>>({ clock, forMs: noteMs, max: maxNotes });
  const latest = signal<readonly Happening[]>([]);
  const chimedAtMs: number[] = [];
  const isNews = newsFilter(lookAt(state.peek(), 0));
  let before: Look | undefined;

  function chime(kind: Chime): void {
    if (!services.wantsSounds()) return;
    const recent = chimedAtMs.filter((atMs) => clock.now() - atMs < burst.withinMs);
    chimedAtMs.splice(0, chimedAtMs.length, ...recent, clock.now());
    if (recent.length < burst.chimes) services.play(kind);
  }

  effect(() => {
    const { value } = state;
    // Whoever leaves sees nobody any more, and yet nobody else has gone.
    if (value.phase !== 'inside') return;
    const now = lookAt(value, unread.value);
    const happenings = before ? happeningsBetween(before, now).filter(isNews) : [];
    before = now;
    if (happenings.length > 0) latest.value = happenings;
    for (const happening of happenings) if (isNote(happening)) notes.show({ happening });
    for (const kind of new Set(happenings.map((each) => each.kind))) if (isChime(kind)) chime(kind);
  });

  return {
    notes: notes.list,
    /** What happened last, all of one moment. */
    latest: computed(() => latest.value),
  };
});
export interface NewsModel extends InstanceType<typeof NewsModel> {}

/** Nobody has joined who was there from the start, and nobody is unmuted who was not said to be muted. */
function newsFilter(first: Look): (happening: Happening) => boolean {
  const greeted = new Set<PeerId>(first.peers.map(({ id }) => id));
  const muted = new Set<PeerId>();
  return (happening) => {
    if (happening.kind === 'muted') muted.add(happening.id);
    if (happening.kind === 'unmuted') return muted.delete(happening.id);
    return !(happening.kind === 'joined' && greeted.has(happening.id));
  };
}

function lookAt(state: CallState, unread: number): Look {
  if (state.phase !== 'inside') return { peers: [], unread, knocking: 0 };
  return { peers: state.peers, unread, knocking: state.knocking.length };
}

function isNote(happening: Happening): happening is Note['happening'] {
  return noted.has(happening.kind);
}

function isChime(kind: Happening['kind']): kind is Chime {
  return kind !== 'muted' && kind !== 'unmuted';
}
