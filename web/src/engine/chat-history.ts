// What was said before this side came, as one of those who were there tells it; and telling it to whoever comes later.
import type { PeerId } from '../../../protocol/ids.ts';
import { maxNameLength } from '../../../protocol/limits.ts';
import type { History, PastChat } from '../../../protocol/peer-chat.ts';
import type { Clock } from './environment.ts';
import type { Mesh } from './peer/mesh.ts';

/** Round the world a first answer takes less, and all of it less on a poor line; after that another one is asked. */
const patienceMs = 5_000;
const wholePatienceMs = 30_000;

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
  /** Told by the peer called `teller`; some of it may be known. */
  readonly onTold: (past: readonly PastChat[], teller: string) => void;
}

interface Asked {
  readonly id: PeerId;
  readonly heard: readonly PastChat[];
}

/** It asks those only to whom there is a connection: what was said between people does not go through the room again. */
export class ChatHistory {
  readonly #options: ChatHistoryOptions;
  readonly #connected = new Set<PeerId>();
  /** Who was there before, and has not been asked yet. */
  #toAsk = new Set<PeerId>();
  #asked: Asked | undefined;
  /** Whether this side knows what it could have learned when it came. */
  #isComplete = false;
  /** Who has asked this side, and who of them has been answered. */
  readonly #waiting = new Set<PeerId>();
  readonly #told = new Set<PeerId>();
  #cancel = () => {};

  constructor(options: ChatHistoryOptions) {
    this.#options = options;
    const { mesh } = options;
    mesh.on('said', ({ from: { id, profile }, message }) => {
      if (message.type === 'history-request') this.#answer(id);
      if (message.type === 'history') this.#hear(id, message, profile?.name ?? '');
    });
    mesh.on('bulk', ({ id }) => {
      this.#connected.add(id);
      this.#askNext();
    });
    mesh.on('gone', (id) => {
      for (const ids of [this.#connected, this.#toAsk, this.#waiting, this.#told]) ids.delete(id);
      if (this.#asked?.id === id) this.#asked = undefined;
      this.#askNext();
    });
  }

  /** Asks those who were there before, one after the other as they are connected, until one has told it all. */
  ask(ids: readonly PeerId[]): void {
    this.#toAsk = new Set(ids);
    this.#askNext();
  }

  close(): void {
    this.#cancel();
  }

  #askNext(): void {
    if (this.#asked) return;
    this.#cancel();
    if (this.#toAsk.size === 0) {
      this.#complete();
      return;
    }
    const id = [...this.#toAsk].find((each) => this.#connected.has(each));
    if (id === undefined) return;
    this.#toAsk.delete(id);
    this.#asked = { id, heard: [] };
    this.#options.mesh.tell(id, { type: 'history-request' });
    this.#waitFor(patienceMs);
  }

  #waitFor(delayMs: number): void {
    this.#cancel();
    this.#cancel = this.#options.clock.after(delayMs, () => {
      this.#asked = undefined;
      this.#askNext();
    });
  }

  #hear(from: PeerId, { entries, isEnd }: History, teller: string): void {
    const asked = this.#asked;
    if (asked?.id !== from) return;
    if (asked.heard.length === 0) this.#waitFor(wholePatienceMs);
    const heard = [...asked.heard, ...entries].slice(0, maxToldEntries);
    this.#asked = { id: from, heard };
    if (!isEnd && heard.length < maxToldEntries) return;
    this.#options.onTold(heard, teller);
    this.#asked = undefined;
    this.#toAsk.clear();
    this.#askNext();
  }

  #complete(): void {
    this.#isComplete = true;
    for (const id of this.#waiting) this.#tell(id);
    this.#waiting.clear();
  }

  /** Once, as long as the peer stays: to ask takes a short letter, and to answer fifty long ones. */
  #answer(id: PeerId): void {
    if (this.#told.has(id)) return;
    this.#told.add(id);
    if (this.#isComplete) this.#tell(id);
    else this.#waiting.add(id);
  }

  #tell(id: PeerId): void {
    const parts = partsOf(latest(this.#options.recall()).map(asTold));
    for (const [index, entries] of parts.entries()) {
      const isEnd = index === parts.length - 1;
      this.#options.mesh.tell(id, { type: 'history', entries, isEnd });
    }
  }
}

/** Nothing but what is told: what it is made from may know more. */
function asTold({ author, id, name, text, atMs }: PastChat): PastChat {
  return { author, id, name, text, atMs };
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
