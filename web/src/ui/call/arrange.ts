// Who is shown large, who small, and who not at all. Knows nothing of sizes.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { PictureId } from '../../state/layout-model.ts';

export type ShownId = PictureId | 'self';

export interface Scene {
  readonly people: readonly PeerId[];
  /** Whose screens are shared. */
  readonly screens: readonly PeerId[];
  readonly pins: readonly PictureId[];
  readonly mode: 'grid' | 'speaker';
  /** Who has the word, if somebody has. */
  readonly speaker: PeerId | undefined;
  readonly hidesSelf: boolean;
}

/** Each picture is in one of the three, or in none. */
export interface Arrangement {
  /** Large, or equal to each other while there is no strip. */
  readonly stage: readonly ShownId[];
  /** Small, beside the stage. */
  readonly strip: readonly ShownId[];
  /** One's own picture lies over the stage. */
  readonly floatsSelf: boolean;
}

/** Beside more people than these one's own picture is a tile like theirs: it would lie on somebody. */
const mostBelowSelf = 2;
/** What two people show can be compared. */
const maxScreensOnStage = 2;

export function arrange(scene: Scene): Arrangement {
  const { people, hidesSelf } = scene;
  const all = [...scene.screens.map(screenOf), ...people.map(faceOf)];
  const large = largeOf(scene, all);
  const small = all.filter((id) => !large.includes(id));
  const self: ShownId[] = hidesSelf ? [] : ['self'];
  if (people.length === 0) return { stage: self, strip: [], floatsSelf: false };
  if (large.length > 0 && small.length > 0)
    return { stage: large, strip: [...small, ...self], floatsSelf: false };
  const floatsSelf = !hidesSelf && all.length <= mostBelowSelf;
  return { stage: floatsSelf ? all : [...all, ...self], strip: [], floatsSelf };
}

/** What the person pinned, else what is shared, else who speaks; nothing where all are equal. */
function largeOf({ pins, screens, mode, speaker, people }: Scene, all: PictureId[]): PictureId[] {
  const pinned = all.filter((id) => pins.includes(id));
  if (pinned.length > 0) return pinned;
  if (screens.length > 0) return screens.slice(-maxScreensOnStage).map(screenOf);
  const [first] = people;
  const large = speaker ?? first;
  return mode === 'speaker' && large ? [faceOf(large)] : [];
}

export function faceOf(id: PeerId): PictureId {
  return `face ${id}`;
}

export function screenOf(id: PeerId): PictureId {
  return `screen ${id}`;
}
