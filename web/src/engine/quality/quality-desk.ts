// Looks at every connection of the call every two seconds, tells its other end what was seen, and has everyone sent
// what they show of this side, as far as its uplink carries it.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { View } from '../../../../protocol/peer-status.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import type { LinkPort } from '../peer/link-port.ts';
import type { Mesh } from '../peer/mesh.ts';
import type { DataUse, Shown } from '../quality.ts';
import { type LinkSigns, ailmentsOf, healthy, nextAiling } from './ailments.ts';
import { type CallFindings, unmeasured } from './call-record.ts';
import { commonCodec, efficientCodecs } from './codecs.ts';
import { capturingAll, isSameNeed, needOf, nextCapturing } from './camera-need.ts';
import { type Layers, chooseLayers } from './choose-layers.ts';
import { MeasuredLink, pictureSlots } from './measured-link.ts';
import { uplinkOf } from './pace.ts';
import { OwnSources } from './own-sources.ts';
import { nextRelief, noRelief } from './relief.ts';
import { nextStanding, nothingStands, verdictsOf } from './standing.ts';

/** Often enough that a verdict is news, seldom enough that looking costs nothing. */
const intervalMs = 2_000;

/** What whoever pays by the megabyte sends at most, in bits per second: some 180 MB an hour. */
const saverBps = 400_000;

/** However many there are, each is heard and gets a small picture. */
const saverLeastBps = 100_000;

type MeshView = Pick<Mesh, 'on' | 'own'>;

interface QualityDeskEvents {
  changed: CallFindings;
  /** More of the camera than that is of no use to anybody for the moment. */
  enough: MediaTrackConstraints;
}

export class QualityDesk extends Emitter<QualityDeskEvents> {
  readonly #environment: Environment;
  readonly #mesh: MeshView;
  /** The latest of each peer: another takes its place when they are connected anew. */
  readonly #links = new Map<PeerId, MeasuredLink>();
  readonly #shown = new Map<PeerId, Shown>();
  #dataUse: DataUse = 'full';
  /** What this platform does in hardware, once it has said. */
  #encodes: readonly string[] = [];
  #decodes: readonly string[] = [];
  #record = unmeasured;
  #ailing = healthy;
  #standing = nothingStands;
  #relief = noRelief;
  readonly #sources = new OwnSources();
  #capturing = capturingAll;
  /** Which camera that is of: another gives all it can. */
  #captured: MediaStreamTrack | null = null;
  #cancel: () => void = () => undefined;

  constructor(environment: Environment, mesh: MeshView) {
    super();
    this.#environment = environment;
    this.#mesh = mesh;
    mesh.on('published', () => this.adapt());
    this.#lookLater();
    void this.#askPlatform();
  }

  get record(): CallFindings {
    return this.#record;
  }

  connect(id: PeerId, port: LinkPort): void {
    if (!port.isOpen) return; // It was closed before this was loaded.
    const link = new MeasuredLink({ id, port, clock: this.#environment.clock });
    this.#links.set(id, link);
    link.on('viewed', () => {
      this.#chooseCodec(link);
      this.adapt();
    });
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

  use(dataUse: DataUse): void {
    this.#dataUse = dataUse;
    this.adapt();
  }

  close(): void {
    this.#cancel();
    this.removeAllListeners();
    this.#links.clear();
  }

  #lookLater(): void {
    const { clock } = this.#environment;
    const dueMs = clock.now() + intervalMs;
    this.#cancel = clock.after(intervalMs, () => void this.#look(clock.now() - dueMs));
  }

  async #look(lateMs: number): Promise<void> {
    this.#lookLater();
    const links = [...this.#links.values()];
    // A connection that is closed meanwhile has nothing to tell.
    await Promise.allSettled(links.map((link) => link.measure()));
    this.#judge(
      links.flatMap(({ signs }) => signs ?? []),
      lateMs,
    );
    for (const link of links) {
      link.report(this.#record.ailments);
      // What was lost last time is said again.
      this.#tell(link);
    }
    this.adapt({ isLook: true });
    this.emit('changed', this.#record);
  }

  #judge(links: readonly LinkSigns[], lateMs: number): void {
    this.#ailing = nextAiling(this.#ailing, { lateMs, links });
    const record = { links, ailments: ailmentsOf(this.#ailing) };
    this.#standing = nextStanding(this.#standing, record);
    this.#record = { ...record, verdicts: verdictsOf(this.#standing) };
    this.#relief = nextRelief(this.#relief, {
      loads: links.map(({ load }) => load),
      isProcessorBusy: record.ailments.isProcessorBusy,
      processors: this.#environment.processors,
    });
  }

  async #askPlatform(): Promise<void> {
    const { mediaCapabilities } = this.#environment;
    this.#encodes = await efficientCodecs(mediaCapabilities, 'encodingInfo');
    this.#decodes = await efficientCodecs(mediaCapabilities, 'decodingInfo');
  }

  #chooseCodec(link: MeasuredLink): void {
    const decodes = link.view?.efficient ?? [];
    for (const slot of pictureSlots)
      link.sendIn(slot, (negotiated) => commonCodec(negotiated, this.#encodes, decodes));
  }

  #tell(link: MeasuredLink): void {
    const shown = this.#shown.get(link.id);
    if (shown) link.tell({ type: 'view', ...shown, efficient: [...this.#decodes] } satisfies View);
  }

  /** Has everyone sent what they show, by all that is known now. */
  adapt({ isLook = false } = {}): void {
    const { tracks } = this.#mesh.own;
    // What is down takes nothing, and knows nothing of the uplink.
    const links = [...this.#links.values()].filter(({ isUp }) => isUp);
    const uplinkBps = uplinkOf(links.map(({ pace }) => pace));
    const viewers = links.map(({ id, view, pace }) => ({
      id,
      view,
      // Connections that fight for one uplink each find another limit: it is shared anew.
      limitBps: uplinkBps === undefined ? pace.limitBps : undefined,
    }));
    const saver = Math.max(saverBps, links.length * saverLeastBps);
    const most = this.#dataUse === 'saver' ? saver : Infinity;
    const layers = chooseLayers({
      sending: this.#sources.sendingOf(tracks, this.#relief),
      viewers,
      uplinkBps: Math.min(uplinkBps ?? Infinity, most),
    });
    for (const link of links) {
      const own = layers.get(link.id);
      // What is forgone on purpose is not wanted.
      const wantedBps = Math.min(own?.wantedBps ?? 0, most / links.length);
      if (own) link.encode(this.#ofPresent({ ...own, wantedBps }));
    }
    this.#capture([...layers.values()], isLook);
  }

  #ofPresent(layers: Layers): Layers {
    const { camera } = this.#mesh.own.tracks;
    return camera ? { ...layers, camera: this.#sources.ofPresent(camera, layers.camera) } : layers;
  }

  #capture(layers: readonly Layers[], isLook: boolean): void {
    const { camera } = this.#mesh.own.tracks;
    if (!camera) return;
    const before = camera === this.#captured ? this.#capturing : capturingAll;
    this.#captured = camera;
    this.#capturing = nextCapturing(before, needOf(layers.map((each) => each.camera)), { isLook });
    const { need } = this.#capturing;
    if (isSameNeed(need, before.need)) return;
    const { width, height } = this.#sources.sizeOf(camera);
    this.emit('enough', {
      width: { ideal: Math.round(width / need.scale) },
      height: { ideal: Math.round(height / need.scale) },
      frameRate: { ideal: need.framesPerSecond },
    });
  }
}
