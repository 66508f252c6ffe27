// How this person wants to see the call: in a grid or with the speaker large, whom they pinned, and where their own
// picture lies. What of it outlasts a visit is remembered.
import { type ReadonlySignal, computed, createModel, signal } from '@preact/signals';
import type { PeerId } from '../../../protocol/ids.ts';
import type { Participant } from './participant.ts';
import type { PreferenceStore } from './preferences.ts';

/** A picture of the call: somebody's face, or their screen. */
export type PictureId = `face ${PeerId}` | `screen ${PeerId}`;

export const corners = ['top-left', 'top-right', 'bottom-right', 'bottom-left'] as const;
export type Corner = (typeof corners)[number];

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Two can be compared; three are a grid again. */
const maxPins = 2;

/** Whose faces and screens there are to pin. */
type Pictured = ReadonlySignal<readonly Pick<Participant, 'id' | 'screen'>[]>;

export const LayoutModel = createModel((preferences: PreferenceStore, pictured: Pictured) => {
  const remembered = preferences.load();
  const mode = signal(remembered.layout);
  const pins = signal<readonly PictureId[]>([]);
  const hidesSelf = signal(remembered.hidesSelf);
  const corner = signal<Corner>(remembered.selfCorner);

  function moveTo(selfCorner: Corner): void {
    corner.value = selfCorner;
    preferences.save({ selfCorner });
  }

  /** Whoever left, or shares no more, takes no place from others. */
  function isThere(pin: PictureId): boolean {
    return pictured
      .peek()
      .some(({ id, screen }) => pin === `face ${id}` || (screen && pin === `screen ${id}`));
  }

  return {
    mode: computed(() => mode.value),
    /** What is shown large whatever happens, the last pinned last. */
    pins: computed(() => pins.value),
    hidesSelf: computed(() => hidesSelf.value),
    corner: computed(() => corner.value),

    toggleMode: () => {
      mode.value = mode.peek() === 'grid' ? 'speaker' : 'grid';
      pins.value = [];
      preferences.save({ layout: mode.peek() });
    },
    togglePin: (id: PictureId) => {
      const others = pins.peek().filter((pin) => pin !== id);
      const isPinned = others.length < pins.peek().length;
      pins.value = isPinned ? others : [...others.filter(isThere), id].slice(-maxPins);
    },
    toggleSelf: () => {
      hidesSelf.value = !hidesSelf.peek();
      preferences.save({ hidesSelf: hidesSelf.peek() });
    },
    moveTo,
    /** Moves one's own picture to the corner beside its own; against an edge it stays. */
    moveTowards: (direction: Direction) => moveTo(cornerTowards(corner.peek(), direction)),
    /** The next corner, clockwise. */
    moveOn: () =>
      moveTo(corners[(corners.indexOf(corner.peek()) + 1) % corners.length] ?? corner.peek()),
  };
});
export interface LayoutModel extends InstanceType<typeof LayoutModel> {}

function cornerTowards(from: Corner, direction: Direction): Corner {
  const isAtTop = from.startsWith('top');
  const isAtLeft = from.endsWith('left');
  const isTop = direction === 'up' || (isAtTop && direction !== 'down');
  const isLeft = direction === 'left' || (isAtLeft && direction !== 'right');
  return `${isTop ? 'top' : 'bottom'}-${isLeft ? 'left' : 'right'}`;
}
