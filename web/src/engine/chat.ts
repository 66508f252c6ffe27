// What is said in writing during a call, each message once, in the order in which this side learned of it.
import type { PeerId } from '../../../protocol/ids.ts';
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
  /** When this side learned of it, in milliseconds since the epoch. */
  readonly atMs: number;
}

/** Enough for a long evening; what is older is forgotten, or a peer could fill the memory. */
const maxEntries = 2_000;

export class Chat extends Emitter<{ changed: undefined }> {
  readonly #environment: Pick<Environment, 'uniqueName' | 'timeOfDayMs'>;
  readonly #mesh: Mesh;
  #entries: readonly ChatEntry[] = [];

  constructor(environment: Pick<Environment, 'uniqueName' | 'timeOfDayMs'>, mesh: Mesh) {
    super();
    this.#environment = environment;
    this.#mesh = mesh;
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

  /** What is not known to have arrived is sent again, and may have. */
  #add(said: Omit<ChatEntry, 'atMs'>): void {
    if (this.#entries.some(({ id, from }) => id === said.id && from === said.from)) return;
    const entry = { ...said, atMs: this.#environment.timeOfDayMs() };
    this.#entries = [...this.#entries, entry].slice(-maxEntries);
    this.emit('changed', undefined);
  }
}
