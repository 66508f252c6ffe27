// Files between the people of a call. What handles them is loaded when the first connection of the call can carry them,
// while the server is there: it is no part of what a page waits for.
import type { SaidMessage } from '../../../protocol/peer.ts';
import type { FileMessage } from '../../../protocol/peer-files.ts';
import { Emitter } from './emitter.ts';
import type { Environment } from './environment.ts';
import type { FileDesk } from './files/file-desk.ts';
import type { SharedFile } from './files/shared-file.ts';
import type { Mesh } from './peer/mesh.ts';

type Task = (desk: FileDesk) => void;

/** Of more the oldest are dropped: so no offer outlives the word that its peer is gone. */
const maxWaiting = 200;

export class Files extends Emitter<{ changed: undefined }> {
  readonly #environment: Environment;
  readonly #mesh: Mesh;
  #desk: FileDesk | undefined;
  /** What is to be done once the desk is there. */
  #waiting: Task[] = [];
  #isLoading = false;
  #isOpen = true;

  constructor(environment: Environment, mesh: Mesh) {
    super();
    this.#environment = environment;
    this.#mesh = mesh;
    mesh.on('bulk', ({ id, bulk }) => this.use((desk) => desk.connect(id, bulk)));
    mesh.on('gone', (id) => {
      // Not before what that peer has said.
      if (this.#desk || this.#waiting.length > 0) this.use((desk) => desk.lose(id));
    });
    mesh.on('said', ({ from, message }) => {
      if (isOfFiles(message)) this.use((desk) => desk.hear(from.id, message));
    });
  }

  /** What is sent and received in this call, in order. */
  get list(): readonly SharedFile[] {
    return this.#desk?.list ?? [];
  }

  /** Does something at the desk: at once if it is there, else when it is. */
  use(task: Task): void {
    if (this.#desk) {
      task(this.#desk);
      return;
    }
    this.#waiting.push(task);
    if (this.#waiting.length > maxWaiting) this.#waiting.shift();
    if (!this.#isLoading) void this.#load();
  }

  close(): void {
    this.#isOpen = false;
    this.removeAllListeners();
    this.#desk?.close();
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    try {
      const { FileDesk } = await import('./files/file-desk.ts');
      const store = await this.#environment.openFileStore();
      if (this.#isOpen)
        this.#open(new FileDesk({ environment: this.#environment, mesh: this.#mesh, store }));
    } catch {
      // The server is gone, or the network: tried again at the next occasion.
    }
    this.#isLoading = false;
  }

  #open(desk: FileDesk): void {
    this.#desk = desk;
    desk.on('changed', () => this.emit('changed', undefined));
    for (const task of this.#waiting.splice(0)) task(desk);
  }
}

function isOfFiles(message: SaidMessage): message is FileMessage {
  return message.type.startsWith('file-');
}
