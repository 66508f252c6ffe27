// Files between the people of a call. What handles them is loaded when the first connection of the call can carry them,
// while the server is there: it is no part of what a page waits for.
import type { SaidMessage } from '../../../protocol/peer.ts';
import type { FileMessage } from '../../../protocol/peer-files.ts';
import { Emitter } from './emitter.ts';
import type { Environment } from './environment.ts';
import type { FileDesk } from './files/file-desk.ts';
import type { SharedFile } from './files/shared-file.ts';
import { LatePart } from './late-part.ts';
import type { Mesh } from './peer/mesh.ts';

/** So no offer outlives the word that its peer is gone. */
const maxWaiting = 200;

export class Files extends Emitter<{ changed: undefined }> {
  readonly #desk: LatePart<FileDesk>;

  constructor(environment: Environment, mesh: Mesh) {
    super();
    this.#desk = new LatePart<FileDesk>({
      load: async () => {
        const { FileDesk: Desk } = await import('./files/file-desk.ts');
        const store = await environment.openFileStore();
        return () => new Desk({ environment, mesh, store });
      },
      onMade: (desk) => desk.on('changed', () => this.emit('changed', undefined)),
      maxWaiting,
    });
    mesh.on('bulk', ({ id, bulk }) => this.use((desk) => desk.connect(id, bulk)));
    mesh.on('gone', (id) => {
      // Not before what that peer has said.
      if (this.#desk.isNeeded) this.use((desk) => desk.lose(id));
    });
    mesh.on('said', ({ from, message }) => {
      if (isOfFiles(message)) this.use((desk) => desk.hear(from.id, message));
    });
  }

  /** What is sent and received in this call, in order. */
  get list(): readonly SharedFile[] {
    return this.#desk.part?.list ?? [];
  }

  /** Does something at the desk: at once if it is there, else when it is. */
  use(task: (desk: FileDesk) => void): void {
    this.#desk.use(task);
  }

  close(): void {
    this.removeAllListeners();
    this.#desk.close();
  }
}

function isOfFiles(message: SaidMessage): message is FileMessage {
  return message.type.startsWith('file-');
}
