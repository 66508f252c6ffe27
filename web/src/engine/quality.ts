// How the call goes over each connection, and what is done about it. What measures and decides is loaded when the first
// connection of the call is there: it is no part of what a page waits for.
import type { PeerId } from '../../../protocol/ids.ts';
import type { Size } from '../../../protocol/peer-status.ts';
import { Emitter } from './emitter.ts';
import type { Environment } from './environment.ts';
import type { Mesh } from './peer/mesh.ts';
import { type CallFindings, unmeasured } from './quality/call-record.ts';
import type { QualityDesk } from './quality/quality-desk.ts';

/** How large someone's pictures are on this screen, in its pixels; null where one is not seen at all. */
export interface Shown {
  readonly camera: Size | null;
  readonly screen: Size | null;
}

/** How much may be sent and received: `saver` is for whoever pays by the megabyte. */
export type DataUse = 'full' | 'saver';

type Task = (desk: QualityDesk) => void;

interface QualityEvents {
  changed: CallFindings;
  /** More of the camera than that is of no use to anybody for the moment. */
  enough: MediaTrackConstraints;
}

export class Quality extends Emitter<QualityEvents> {
  readonly #environment: Environment;
  readonly #mesh: Mesh;
  #desk: QualityDesk | undefined;
  #waiting: Task[] = [];
  #isLoading = false;
  #isOpen = true;

  constructor(environment: Environment, mesh: Mesh) {
    super();
    this.#environment = environment;
    this.#mesh = mesh;
    mesh.on('port', ({ id, port }) => this.#use((desk) => desk.connect(id, port)));
  }

  /** What was measured last; anew every two seconds, with a `changed`. */
  get record(): CallFindings {
    return this.#desk?.record ?? unmeasured;
  }

  /** That peer is told, so that it sends what is seen and nothing else. Until it is, it sends what it likes. */
  show(id: PeerId, shown: Shown): void {
    this.#use((desk) => desk.show(id, shown));
  }

  use(dataUse: DataUse): void {
    this.#use((desk) => desk.use(dataUse));
  }

  /** What is sent gives other pictures than before. */
  adapt(): void {
    this.#use((desk) => desk.adapt());
  }

  close(): void {
    this.#isOpen = false;
    this.removeAllListeners();
    this.#desk?.close();
  }

  #use(task: Task): void {
    if (this.#desk) {
      task(this.#desk);
      return;
    }
    this.#waiting.push(task);
    if (!this.#isLoading) void this.#load();
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    try {
      const { QualityDesk } = await import('./quality/quality-desk.ts');
      if (this.#isOpen) this.#open(new QualityDesk(this.#environment, this.#mesh));
    } catch {
      // The server is gone, or the network: tried again at the next occasion.
    }
    this.#isLoading = false;
  }

  #open(desk: QualityDesk): void {
    this.#desk = desk;
    desk.on('changed', (record) => this.emit('changed', record));
    desk.on('enough', (limits) => this.emit('enough', limits));
    for (const task of this.#waiting.splice(0)) task(desk);
  }
}
