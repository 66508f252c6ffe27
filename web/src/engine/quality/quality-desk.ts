// Looks at every connection of the call every two seconds, tells its other end what was seen, and has everyone sent
// what they show of this side, as far as its uplink carries it.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { View } from '../../../../protocol/peer-status.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import type { LinkPort } from '../peer/link-port.ts';
import type { Mesh } from '../peer/mesh.ts';
import type { DataUse, Shown } from '../quality.ts';
import { type CallRecord, unmeasured } from './call-record.ts';
import { commonCodec, efficientCodecs } from './codecs.ts';
import { chooseLayers } from './choose-layers.ts';
import { MeasuredLink, pictureSlots } from './measured-link.ts';
import { uplinkOf } from './pace.ts';
import { sendingOf } from './sending.ts';

/** Often enough that a verdict is news, seldom enough that looking costs nothing. */
const intervalMs = 2_000;

/** What whoever pays by the megabyte sends at most, in bits per second: some 180 MB an hour. */
const saverBps = 400_000;

type MeshView = Pick<Mesh, 'on' | 'own'>;

export class QualityDesk extends Emitter<{ changed: CallRecord }> {
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
  #cancel: () => void;

  constructor(environment: Environment, mesh: MeshView) {
    super();
    this.#environment = environment;
    this.#mesh = mesh;
    mesh.on('published', () => this.#encode());
    this.#cancel = this.#lookLater();
    void this.#askPlatform();
  }

  get record(): CallRecord {
    return this.#record;
  }

  connect(id: PeerId, port: LinkPort): void {
    const link = new MeasuredLink({ id, port, clock: this.#environment.clock });
    this.#links.set(id, link);
    link.on('viewed', () => {
      this.#chooseCodec(link);
      this.#encode();
    });
    link.on('closed', () => {
      if (this.#links.get(id) === link) this.#links.delete(id);
      this.#encode();
    });
    this.#tell(link);
    this.#encode();
  }

  show(id: PeerId, shown: Shown): void {
    this.#shown.set(id, shown);
    const link = this.#links.get(id);
    if (link) this.#tell(link);
  }

  use(dataUse: DataUse): void {
    this.#dataUse = dataUse;
    this.#encode();
  }

  close(): void {
    this.#cancel();
    this.removeAllListeners();
    this.#links.clear();
  }

  #lookLater(): () => void {
    return this.#environment.clock.after(intervalMs, () => void this.#look());
  }

  async #look(): Promise<void> {
    this.#cancel = this.#lookLater();
    const links = [...this.#links.values()];
    // A connection that is closed meanwhile has nothing to tell.
    await Promise.allSettled(links.map((link) => link.measure()));
    const records = links.flatMap(({ record }) => record ?? []);
    this.#record = { links: records, ailments: unmeasured.ailments };
    for (const link of links) {
      link.report(this.#record.ailments);
      // What was lost last time is said again.
      this.#tell(link);
    }
    this.#encode();
    this.emit('changed', this.#record);
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

  #encode(): void {
    const links = [...this.#links.values()];
    const uplinkBps = uplinkOf(links.map(({ pace }) => pace));
    const viewers = links.map(({ id, view, pace }) => ({
      id,
      view,
      // Connections that fight for one uplink each find another limit: it is shared anew.
      limitBps: uplinkBps === undefined ? pace.limitBps : undefined,
    }));
    const most = this.#dataUse === 'saver' ? saverBps : Infinity;
    const sending = sendingOf(this.#mesh.own.tracks);
    const layers = chooseLayers({
      sending,
      viewers,
      uplinkBps: Math.min(uplinkBps ?? Infinity, most),
    });
    for (const link of links) {
      const own = layers.get(link.id);
      if (own) link.encode(own);
    }
  }
}
