// A key that unmutes for as long as it is held.
import type { MediaModel } from '../../state/media-model.ts';

export type Talking = Pick<MediaModel, 'isUnmuted' | 'toggleMicrophone'>;

export function pushToTalk({ isUnmuted, toggleMicrophone }: Talking) {
  return {
    /** False for who is heard already. */
    press: (): boolean => {
      if (isUnmuted.peek()) return false;
      void toggleMicrophone();
      return true;
    },
    release: () => {
      // Somebody may have muted them, or they themselves, while they held it.
      if (isUnmuted.peek()) void toggleMicrophone();
    },
  };
}
