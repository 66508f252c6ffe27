// How the call goes over each connection, and what is done about it. What measures and decides is loaded once the call has
// begun: it is no part of what a page waits for.
import type { PeerId } from '../../../protocol/ids.ts';
import type { Size } from '../../../protocol/peer-status.ts';
import { Emitter } from './emitter.ts';
import type { Environment } from './environment.ts';
import { LatePart } from './late-part.ts';
import type { Mesh } from './peer/mesh.ts';
import { type CallFindings, unmeasured } from './quality/call-record.ts';
import type { QualityDesk } from './quality/quality-desk.ts';

/** How large someone's pictures are on this screen, in its pixels; null where one is not seen at all. */
export interface Shown {
  readonly camera: Size | null;
  readonly screen: Size | null;
}

interface QualityEvents {
  changed: CallFindings;
  /** More of the camera than that is of no use to anybody for the moment. */
  enough: MediaTrackConstraints;
}

export class Quality extends Emitter<QualityEvents> {
  readonly #desk: LatePart<QualityDesk>;

  constructor(environment: Environment, mesh: Mesh) {
    super();
    this.#desk = new LatePart<QualityDesk>({
      load: async () => {
        const { QualityDesk: Desk } = await import('./quality/quality-desk.ts');
        return () => new Desk(environment, mesh);
      },
      onMade: (desk) => {
        desk.on('changed', (record) => this.emit('changed', record));
        desk.on('enough', (limits) => this.emit('enough', limits));
      },
    });
    mesh.on('port', ({ id, port }) => this.#desk.use((desk) => desk.connect(id, port)));
  }

  /** What was measured last; anew every two seconds, with a `changed`. */
  get record(): CallFindings {
    return this.#desk.part?.record ?? unmeasured;
  }

  /** That peer is told, so that it sends what is seen and nothing else. Until it is, it sends what it likes. */
  show(id: PeerId, shown: Shown): void {
    this.#desk.use((desk) => desk.show(id, shown));
  }

  /** Whether little is to be sent, though there is room for more: for whoever pays by the megabyte. */
  saveData(isSaving: boolean): void {
    this.#desk.use((desk) => desk.saveData(isSaving));
  }

  /** What is sent gives other pictures than before. */
  adapt(): void {
    this.#desk.use((desk) => desk.adapt());
  }

  close(): void {
    this.removeAllListeners();
    this.#desk.close();
  }
}
