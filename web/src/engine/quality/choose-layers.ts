// What is sent to whom: the pictures that they show, in the size that they show them, as far as one uplink carries it.
// Speech comes first, then screens, then faces; each is shared fairly among those who see it.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { Size, View } from '../../../../protocol/peer-status.ts';
import { type Layer, noLayer } from './layer.ts';
import { type Fit, type Source, affordableLayer, leastBitrate, wantedLayer } from './picture.ts';
import { share } from './share.ts';
import { sum } from './sum.ts';

/** What this side has to send; null where it sends nothing. */
export interface Sending {
  readonly camera: Source | null;
  readonly screen: Source | null;
  /** How many slots with sound are in use. */
  readonly sounds: number;
}

export interface Viewer {
  readonly id: PeerId;
  /** Undefined until it has told what it shows. */
  readonly view: Pick<View, 'camera' | 'screen'> | undefined;
  /** What gets through to this one, in bits per second; undefined where nothing has shown a limit. */
  readonly limitBps: number | undefined;
}

export interface Situation {
  readonly sending: Sending;
  readonly viewers: readonly Viewer[];
  /** What gets through to all of them together, in bits per second. */
  readonly uplinkBps: number | undefined;
}

export interface Layers {
  readonly camera: Layer;
  readonly screen: Layer;
  /** What all of it may take, with sound, in bits per second. */
  readonly grantedBps: number;
  /** What it would take if there were room for it. */
  readonly wantedBps: number;
  /** Its sound, and the smallest picture. */
  readonly leastBps: number;
}

/** Opus as browsers send it, 32 kbit/s and 50 packets of some 50 bytes of headers a second. */
export const soundBps = 52_000;

/** What is sent to whoever has not said yet: the least that looks like something on any screen. */
const untoldSize: Size = { width: 640, height: 360 };

export function chooseLayers({
  sending,
  viewers,
  uplinkBps = Infinity,
}: Situation): Map<PeerId, Layers> {
  const speechBps = sending.sounds * soundBps;
  // A picture that one connection has no room for becomes as small as can be, and does not stop.
  const capOf = ({ limitBps = Infinity }: Viewer) => Math.max(leastBitrate, limitBps - speechBps);
  const screens = viewers.map((viewer) =>
    wanted(sending.screen, sizeOf(viewer, 'screen'), 'contain'),
  );
  const faces = viewers.map((viewer) => wanted(sending.camera, sizeOf(viewer, 'camera'), 'cover'));

  const forPictures = uplinkBps - speechBps * viewers.length;
  const caps = viewers.map(capOf);
  const screenBps = grant(forPictures, screens, caps);
  const left = caps.map((cap, index) => cap - (screenBps[index] ?? 0));
  const faceBps = grant(forPictures - sum(screenBps), faces, left);

  return new Map(
    viewers.map(({ id }, index) => {
      const [wantedScreen, wantedFace] = [screens[index] ?? noLayer, faces[index] ?? noLayer];
      const screen = afford(sending.screen, wantedScreen, screenBps[index]);
      const camera = afford(sending.camera, wantedFace, faceBps[index]);
      const layers: Layers = {
        screen,
        camera,
        grantedBps: speechBps + screen.maxBitrate + camera.maxBitrate,
        leastBps: leastBpsOf(sending),
        wantedBps: speechBps + wantedScreen.maxBitrate + wantedFace.maxBitrate,
      };
      return [id, layers];
    }),
  );
}

/** To one peer, in bits per second. */
export function leastBpsOf({ sounds }: Pick<Sending, 'sounds'>): number {
  return sounds * soundBps + leastBitrate;
}

function sizeOf({ view }: Viewer, picture: 'camera' | 'screen'): Size | null {
  return view ? view[picture] : untoldSize;
}

function wanted(source: Source | null, shown: Size | null, fit: Fit): Layer {
  return source && shown ? wantedLayer(source, shown, fit) : noLayer;
}

/** A share of `total` for each of them, and for none more than gets through to it. */
function grant(total: number, layers: readonly Layer[], caps: readonly number[]): number[] {
  return share(
    total,
    layers.map(({ maxBitrate }, index) => Math.min(maxBitrate, caps[index] ?? 0)),
  );
}

function afford(source: Source | null, layer: Layer, bitrate = 0): Layer {
  return source && layer.active ? affordableLayer(source, layer, bitrate) : noLayer;
}
