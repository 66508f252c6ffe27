// How much of the network a call may take, as the person chooses, and what of it the others are asked for.
import type { Size } from '../../../protocol/peer-status.ts';
import type { PictureId } from './layout-model.ts';
import type { Preferences } from './preferences.ts';

export type DataUse = Preferences['dataUse'];

/** The largest that whoever saves asks for, in pixels: a face is known in so many, and text on a screen can be read. */
const savedPixels = { face: 320 * 180, screen: 1280 * 720 };

/** As View of protocol/peer-status.ts has it. */
const maxPixels = 16_384;

export interface Asked {
  readonly picture: PictureId;
  readonly dataUse: DataUse;
}

/** How large a picture is asked for that is so large on the screen; null is not at all. */
export function sizeAllowed(
  seen: { readonly width: number; readonly height: number },
  { picture, dataUse }: Asked,
): Size | null {
  if (dataUse === 'audio-only') return null;
  const most = savedPixels[picture.startsWith('face') ? 'face' : 'screen'];
  const excess = dataUse === 'saver' ? (seen.width * seen.height) / most : 1;
  const scale = 1 / Math.sqrt(Math.max(1, excess));
  return { width: whole(seen.width * scale), height: whole(seen.height * scale) };
}

function whole(pixels: number): number {
  return Math.min(maxPixels, Math.max(1, Math.round(pixels)));
}
