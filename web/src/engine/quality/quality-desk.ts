// Looks at every connection of the call, tells its other end what was seen, and has what is sent follow from that and from
// what the others show.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { View } from '../../../../protocol/peer-status.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import type { LinkPort } from '../peer/link-port.ts';
import type { Mesh } from '../peer/mesh.ts';
import type { Shown } from '../quality.ts';
import { isProcessorBusy } from './ailments.ts';
import type { CallFindings } from './call-record.ts';
import { CameraLimiter } from './camera-limiter.ts';
import { Judge } from './judge.ts';
import { LayerAllocator } from './layer-allocator.ts';
import { MeasuredLink } from './measured-link.ts';
import { OwnSources } from './own-sources.ts';
import { PlatformCodecs } from './platform-codecs.ts';

/**
 * A browser's estimate falls a third of a second after a line gets thin: until pictures follow, speech waits behind them, and
 * gets lost. More often, looking would cost something.
 */
const intervalMs = 500;
/** What is said and shown is of two seconds: figures of less jump. */
const looksPerReport = 4;

/** Whatever the others say they show, what they are sent changes no more often. */
const restMs = 200;

type QualityEnvironment = Pick<Environment, 'clock' | 'mediaCapabilities' | 'processors'>;
type MeshView = Pick<Mesh, 'on' | 'own'>;

interface QualityDeskEvents {
  changed: CallFindings;
  /** More of the camera than that is of no use to anybody for the moment. */
  enough: MediaTrackConstraints;
}

export class QualityDesk extends Emitter<QualityDeskEvents> {
  readonly #environment: QualityEnvironment;
  readonly #mesh: MeshView;
  /** The latest of each peer: another takes its place when they are connected anew. */
  readonly #links = new Map<PeerId, MeasuredLink>();
  readonly #shown = new Map<PeerId, Shown>();
  readonly #judge = new Judge();
  readonly #codecs = new PlatformCodecs();
  readonly #sources = new OwnSources();
  readonly #allocator: LayerAllocator;
  readonly #limiter: CameraLimiter;
  #isOpen = true;
  #adaptedAtMs = -Infinity;
  /** Set while an `adapt` is due. */
  #cancelAdapt: (() => void) | undefined;
  #looks = 0;
  #cancelLook: () => void = () => undefined;

  constructor(environment: QualityEnvironment, mesh: MeshView) {
    super();
    this.#environment = environment;
    this.#mesh = mesh;
    this.#allocator = new LayerAllocator(this.#sources);
    this.#limiter = new CameraLimiter(this.#sources);
    mesh.on('published', () => this.adapt());
    mesh.on('gone', (id) => this.#shown.delete(id));
    this.#lookLater();
    void this.#codecs.ask(environment.mediaCapabilities).then(() => this.adapt());
  }

  get record(): CallFindings {
    return this.#judge.findings;
  }

  connect(id: PeerId, port: LinkPort): void {
    if (!port.isOpen) return; // It was closed before this was loaded.
    const link = new MeasuredLink({ id, port, clock: this.#environment.clock });
    this.#links.set(id, link);
    link.on('viewed', () => this.#adaptSoon());
    link.on('closed', () => {
      if (this.#links.get(id) === link) this.#links.delete(id);
      this.adapt();
    });
    this.#tell(link);
    this.adapt();
  }

  show(id: PeerId, shown: Shown): void {
    this.#shown.set(id, shown);
    const link = this.#links.get(id);
    if (link) this.#tell(link);
  }

  saveData(isSaving: boolean): void {
    this.#allocator.saveData(isSaving);
    this.adapt();
  }

  /** Has everyone sent what they show, by all that is known now. */
  adapt({ isLook = false } = {}): void {
    this.#cancelAdapt?.();
    this.#cancelAdapt = undefined;
    this.#adaptedAtMs = this.#environment.clock.now();
    const { tracks } = this.#mesh.own;
    // What is down takes nothing, and knows nothing of the uplink.
    const links = [...this.#links.values()].filter(({ isUp }) => isUp);
    for (const link of links) this.#codecs.chooseFor(link);
    const layers = this.#allocator.allocate(tracks, links);
    const limits = tracks.camera && this.#limiter.limit(tracks.camera, layers, { isLook });
    if (limits) this.emit('enough', limits);
  }

  close(): void {
    this.#isOpen = false;
    this.#cancelLook();
    this.#cancelAdapt?.();
    this.removeAllListeners();
    this.#links.clear();
  }

  #adaptSoon(): void {
    const { clock } = this.#environment;
    const waitMs = this.#adaptedAtMs + restMs - clock.now();
    if (waitMs <= 0) this.adapt();
    else this.#cancelAdapt ??= clock.after(waitMs, () => this.adapt());
  }

  #lookLater(): void {
    const { clock } = this.#environment;
    const dueMs = clock.now() + intervalMs;
    this.#cancelLook = clock.after(intervalMs, () => void this.#look(clock.now() - dueMs));
  }

  async #look(lateMs: number): Promise<void> {
    this.#looks += 1;
    const isReport = this.#looks % looksPerReport === 0;
    const links = [...this.#links.values()];
    // A connection that is closed meanwhile has nothing to tell.
    await Promise.allSettled(links.map((link) => (isReport ? link.measure() : link.sense())));
    if (!this.#isOpen) return;
    this.#lookLater();
    this.#noteFrames(links);
    if (isReport) this.#report(links, lateMs);
    this.adapt({ isLook: isReport });
  }

  #noteFrames(links: readonly MeasuredLink[]): void {
    const { camera } = this.#mesh.own.tracks;
    if (!camera) return;
    const rates = links.map(({ cameraFrames }) => cameraFrames);
    this.#sources.noteFrames(camera, {
      coming: Math.max(0, ...rates.map(({ coming }) => coming)),
      asked: Math.max(0, ...rates.map(({ asked }) => asked)),
    });
  }

  #report(links: readonly MeasuredLink[], lateMs: number): void {
    const signs = links.flatMap((link) => link.signs ?? []);
    const { ailments } = this.#judge.hear(signs, lateMs);
    this.#allocator.feel({
      loads: signs.map(({ load }) => load),
      isProcessorBusy: isProcessorBusy({ lateMs, links: signs }),
      processors: this.#environment.processors,
    });
    for (const link of links) {
      link.report(ailments);
      // What was lost last time is said again.
      this.#tell(link);
    }
    this.emit('changed', this.record);
  }

  #tell(link: MeasuredLink): void {
    const shown = this.#shown.get(link.id);
    const efficient = [...this.#codecs.decodes];
    if (shown) link.tell({ type: 'view', ...shown, efficient } satisfies View);
  }
}
