// What is said in writing during a call, each message once, in the order in which this side learned of it.
import type { PeerId } from '../../../protocol/ids.ts';
import type { PastChat } from '../../../protocol/peer-chat.ts';
import { ChatHistory } from './chat-history.ts';
import { Emitter } from './emitter.ts';
import type { Environment } from './environment.ts';
import type { Mesh } from './peer/mesh.ts';

export interface ChatEntry {
  /** Unique among what its sender says. */
  readonly id: string;
  /** Undefined for what this side said. */
  readonly from: PeerId | undefined;
  /** Who said it, by the name they had then. */
  readonly name: string;
  readonly text: string;
  /** When this side learned of it, in milliseconds since the epoch; of what was told later, when the teller did. */
  readonly atMs: number;
  /** Undefined for what was said to this side; of what was said before it came, the name of who told it. */
  readonly toldBy: string | undefined;
}

/** Enough for a long evening; what is older is forgotten, or a peer could fill the memory. */
const maxEntries = 2_000;

export class Chat extends Emitter<{ changed: undefined }> {
  readonly #environment: Pick<Environment, 'clock' | 'uniqueName' | 'timeOfDayMs'>;
  readonly #mesh: Mesh;
  readonly #history: ChatHistory;
  #entries: readonly ChatEntry[] = [];

  constructor(environment: Pick<Environment, 'clock' | 'uniqueName' | 'timeOfDayMs'>, mesh: Mesh) {
    super();
    this.#environment = environment;
    this.#mesh = mesh;
    this.#history = new ChatHistory({
      clock: environment.clock,
      mesh,
      recall: () => this.#entries.map((entry) => this.#asPast(entry)),
      onTold: (past, teller) => this.#precede(past, teller),
    });
    mesh.on('said', ({ from, message }) => {
      if (message.type !== 'chat') return;
      const { id, text } = message;
      this.#add({ id, text, from: from.id, name: from.profile?.name ?? '' });
    });
  }

  get entries(): readonly ChatEntry[] {
    return this.#entries;
  }

  /** Says `text`, of 1 to maxChatLength characters, to everyone who is inside now. */
  say(text: string): void {
    const id = this.#environment.uniqueName();
    this.#add({ id, text, from: undefined, name: this.#mesh.own.profile.name });
    this.#mesh.say({ type: 'chat', id, text });
  }

  /** Learns what was said before this side came, from one of those who were there. */
  catchUp(ids: readonly PeerId[]): void {
    this.#history.ask(ids);
  }

  close(): void {
    this.#history.close();
  }

  /** What is not known to have arrived is sent again, and may have. */
  #add(said: Omit<ChatEntry, 'atMs' | 'toldBy'>): void {
    if (this.#entries.some(({ id, from }) => id === said.id && from === said.from)) return;
    const entry = { ...said, atMs: this.#environment.timeOfDayMs(), toldBy: undefined };
    this.#keep([...this.#entries, entry]);
  }

  /** In the teller's order. What this side has heard itself it does not have to believe, and shows after what it missed. */
  #precede(past: readonly PastChat[], toldBy: string): void {
    const heard = new Map(this.#entries.map((entry) => [keyOf(this.#asPast(entry)), entry]));
    const missed = new Map(past.map((entry) => [keyOf(entry), entry]));
    const told = [...missed]
      .filter(([key]) => !heard.has(key))
      .map(([, entry]) => asTold(entry, toldBy));
    this.#keep([...told, ...this.#entries]);
  }

  #keep(entries: readonly ChatEntry[]): void {
    this.#entries = entries.slice(-maxEntries);
    this.emit('changed', undefined);
  }

  #asPast({ id, from, name, text, atMs }: ChatEntry): PastChat {
    const author = from ?? this.#mesh.self;
    if (author === undefined) throw new Error('whoever says something is inside, with an id');
    return { author, id, name, text, atMs };
  }
}

function asTold({ author, id, name, text, atMs }: PastChat, toldBy: string): ChatEntry {
  return { id, from: author, name, text, atMs, toldBy };
}

function keyOf({ author, id }: PastChat): string {
  return `${author} ${id}`;
}
