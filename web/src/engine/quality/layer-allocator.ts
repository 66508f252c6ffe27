// Has everyone sent what they show of this side, as far as its uplink and its processor carry it.
import type { SlotTracks } from '../slots.ts';
import { type Layers, chooseLayers, leastBpsOf } from './choose-layers.ts';
import type { Layer } from './layer.ts';
import type { MeasuredLink } from './measured-link.ts';
import type { OwnSources } from './own-sources.ts';
import { uplinkOf } from './pace.ts';
import { type Strain, nextRelief, noRelief } from './relief.ts';

/** What whoever pays by the megabyte sends at most, in bits per second: some 180 MB an hour. */
const saverBps = 400_000;

/** Connections that fight for one uplink each find another limit: it is shared anew, as far as that is not their own. */
const slack = 1.5;

type AllocatedLink = Pick<MeasuredLink, 'id' | 'view' | 'pace' | 'encode'>;

export class LayerAllocator {
  readonly #sources: OwnSources;
  #relief = noRelief;
  #isSaving = false;

  constructor(sources: OwnSources) {
    this.#sources = sources;
  }

  /** Whether as little as can be is to be sent, though there is room for more. */
  saveData(isSaving: boolean): void {
    this.#isSaving = isSaving;
  }

  /** After one more look. */
  feel(strain: Strain): void {
    this.#relief = nextRelief(this.#relief, strain);
  }

  /** Of all who are connected; gives the layers of the camera that are sent now. */
  allocate(tracks: SlotTracks, links: readonly AllocatedLink[]): Layer[] {
    const uplinkBps = uplinkOf(links.map(({ pace }) => pace));
    const viewers = links.map(({ id, view, pace: { limitBps } }) => ({
      id,
      view,
      limitBps: limitBps && uplinkBps ? limitBps * slack : limitBps,
    }));
    const sending = this.#sources.sendingOf(tracks, this.#relief);
    // However many there are, each is heard and gets a small picture.
    const saver = Math.max(saverBps, links.length * leastBpsOf(sending));
    const most = this.#isSaving ? saver : Infinity;
    const layers = chooseLayers({
      sending,
      viewers,
      uplinkBps: Math.min(uplinkBps ?? Infinity, most),
    });
    for (const link of links) {
      const own = layers.get(link.id);
      // What is forgone on purpose is not wanted.
      const wantedBps = Math.min(own?.wantedBps ?? 0, most / links.length);
      if (own) link.encode(this.#ofPresent(tracks, { ...own, wantedBps }));
    }
    return [...layers.values()].map(({ camera }) => camera);
  }

  #ofPresent({ camera }: SlotTracks, layers: Layers): Layers {
    return camera ? { ...layers, camera: this.#sources.ofPresent(camera, layers.camera) } : layers;
  }
}
