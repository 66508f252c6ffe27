// What is said in writing during a call, each message once, in the order in which this side learned of it.
import type { PeerId } from '../../../protocol/ids.ts';
import type { PastChat } from '../../../protocol/peer-chat.ts';
import type { Seat } from '../../../protocol/relay.ts';
import { ChatHistory } from './chat-history.ts';
import { Emitter } from './emitter.ts';
import type { Environment } from './environment.ts';
import type { Mesh } from './peer/mesh.ts';

export interface ChatEntry {
  /** Unique among what its sender says. */
  readonly id: string;
  /** By the id they had then: whoever comes back may have another one. */
  readonly author: PeerId;
  readonly isOwn: boolean;
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
      recall: () => this.#entries,
      onTold: (past, teller) => this.#learn(past, teller),
    });
    mesh.on('said', ({ from, message }) => {
      if (message.type !== 'chat') return;
      const { id, text } = message;
      this.#add({ id, text, author: from.id, isOwn: false, name: from.profile?.name ?? '' });
    });
  }

  get entries(): readonly ChatEntry[] {
    return this.#entries;
  }

  /** Says `text`, of 1 to maxChatLength characters, to everyone who is inside now. */
  say(text: string): void {
    const id = this.#environment.uniqueName();
    const { self: author, own } = this.#mesh;
    if (author === undefined) return; // Nobody is there to hear it.
    this.#add({ id, text, author, isOwn: true, name: own.profile.name });
    this.#mesh.say({ type: 'chat', id, text });
  }

  /** Learns what was said before this side took a seat, from one of those who were there. */
  catchUp(seats: readonly Pick<Seat, 'id'>[]): void {
    this.#history.ask(seats.map(({ id }) => id));
  }

  close(): void {
    this.#history.close();
  }

  /** What is not known to have arrived is sent again, and may have. */
  #add(said: Omit<ChatEntry, 'atMs' | 'toldBy'>): void {
    if (this.#entries.some((entry) => keyOf(entry) === keyOf(said))) return;
    const entry = { ...said, atMs: this.#environment.timeOfDayMs(), toldBy: undefined };
    this.#keep([...this.#entries, entry]);
  }

  /** In the teller's order. What this side has heard itself it does not have to believe. */
  #learn(past: readonly PastChat[], toldBy: string): void {
    const own = [...this.#entries];
    const keys = new Map(own.map((entry, index) => [keyOf(entry), index]));
    const learned: ChatEntry[] = [];
    let next = 0;
    for (const entry of new Map(past.map((each) => [keyOf(each), each])).values()) {
      const index = keys.get(keyOf(entry));
      if (index === undefined) learned.push(asTold(entry, toldBy));
      else if (index >= next) {
        learned.push(...own.slice(next, index + 1));
        next = index + 1;
      }
    }
    this.#keep([...learned, ...own.slice(next)]);
  }

  #keep(entries: readonly ChatEntry[]): void {
    this.#entries = entries.slice(-maxEntries);
    this.emit('changed', undefined);
  }
}

function asTold(past: PastChat, toldBy: string): ChatEntry {
  return Object.assign({ isOwn: false, toldBy }, past);
}

function keyOf({ author, id }: Pick<ChatEntry, 'author' | 'id'>): string {
  return `${author} ${id}`;
}
