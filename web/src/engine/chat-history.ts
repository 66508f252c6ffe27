// What was said before this side came, as one of those who were there tells it; and telling it to whoever comes later.
import type { PeerId } from '../../../protocol/ids.ts';
import { maxNameLength } from '../../../protocol/limits.ts';
import type { History, PastChat } from '../../../protocol/peer-chat.ts';
import type { Clock } from './environment.ts';
import type { Mesh } from './peer/mesh.ts';

/** Through the relay and round the world an answer takes less; after that another one is asked. */
const patienceMs = 5_000;

/** What is told at most: the end of a long evening, in some fifty letters. */
const maxToldEntries = 500;
const maxToldLength = 200_000;

/** In UTF-16 code units: escaped twice it fits a frame beside all that surrounds it. */
const maxPartLength = 4_000;

export interface ChatHistoryOptions {
  readonly clock: Clock;
  readonly mesh: Pick<Mesh, 'on' | 'tell'>;
  /** All that this side knows, oldest first. */
  readonly recall: () => readonly PastChat[];
  /** Told once, by the peer called `teller`. */
  readonly onTold: (past: readonly PastChat[], teller: string) => void;
}

type Progress =
  | { readonly at: 'before' | 'done' }
  | { readonly at: 'asking'; readonly id: PeerId; readonly heard: readonly PastChat[] };

export class ChatHistory {
  readonly #options: ChatHistoryOptions;
  #progress: Progress = { at: 'before' };
  #toAsk: PeerId[] = [];
  /** Who has asked this side, while it has yet to learn the answer. */
  readonly #waiting = new Set<PeerId>();
  #cancel = () => {};

  constructor(options: ChatHistoryOptions) {
    this.#options = options;
    const { mesh } = options;
    mesh.on('said', ({ from: { id, profile }, message }) => {
      if (message.type === 'history-request') this.#answer(id);
      if (message.type === 'history') this.#hear(id, message, profile?.name ?? '');
    });
    mesh.on('gone', (id) => {
      if (this.#progress.at === 'asking' && this.#progress.id === id) this.#askNext();
    });
  }

  /** Asks those who were there before, one after the other, until one has told it all; only the first call counts. */
  ask(ids: readonly PeerId[]): void {
    if (this.#progress.at !== 'before') return;
    this.#toAsk = [...ids];
    this.#askNext();
  }

  close(): void {
    this.#cancel();
  }

  #askNext(): void {
    this.#cancel();
    const id = this.#toAsk.shift();
    if (id === undefined) {
      this.#finish();
      return;
    }
    this.#progress = { at: 'asking', id, heard: [] };
    this.#options.mesh.tell(id, { type: 'history-request' });
    this.#beginPatience();
  }

  #beginPatience(): void {
    this.#cancel();
    this.#cancel = this.#options.clock.after(patienceMs, () => this.#askNext());
  }

  #hear(from: PeerId, { entries, isEnd }: History, teller: string): void {
    const progress = this.#progress;
    if (progress.at !== 'asking' || progress.id !== from) return;
    const heard = [...progress.heard, ...entries].slice(0, maxToldEntries);
    this.#progress = { ...progress, heard };
    this.#beginPatience();
    if (!isEnd) return;
    this.#options.onTold(heard, teller);
    this.#finish();
  }

  #finish(): void {
    this.#cancel();
    this.#progress = { at: 'done' };
    for (const id of this.#waiting) this.#tell(id);
    this.#waiting.clear();
  }

  #answer(id: PeerId): void {
    if (this.#progress.at === 'done') this.#tell(id);
    else this.#waiting.add(id);
  }

  #tell(id: PeerId): void {
    const parts = partsOf(latest(this.#options.recall()));
    for (const [index, entries] of parts.entries()) {
      const isEnd = index === parts.length - 1;
      this.#options.mesh.tell(id, { type: 'history', entries, isEnd });
    }
  }
}

function latest(entries: readonly PastChat[]): PastChat[] {
  let length = 0;
  const isWithin = (entry: PastChat) => (length += lengthOf(entry)) <= maxToldLength;
  const told: PastChat[] = [];
  for (const entry of entries.slice(-maxToldEntries).toReversed()) {
    if (!isWithin(entry)) break;
    told.push(entry);
  }
  return told.toReversed();
}

/** At least one, so that there is an end to tell of. */
function partsOf(entries: readonly PastChat[]): PastChat[][] {
  const parts: PastChat[][] = [];
  let room = 0;
  for (const entry of entries) {
    const part = parts.at(-1);
    if (part && lengthOf(entry) <= room) part.push(entry);
    else {
      parts.push([entry]);
      room = maxPartLength;
    }
    room -= lengthOf(entry);
  }
  return parts.length > 0 ? parts : [[]];
}

/** With an author, a time and what JSON puts between them. */
function lengthOf({ id, name, text }: PastChat): number {
  return id.length + Math.max(name.length, maxNameLength) + text.length + 100;
}
