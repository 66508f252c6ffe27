// A key that unmutes for as long as it is held.
import type { MediaModel } from '../../state/media-model.ts';

export type Talking = Pick<MediaModel, 'microphone' | 'isMuted' | 'toggleMicrophone'>;

export function pushToTalk(media: Talking) {
  return {
    /** False for who is heard already. */
    press: (): boolean => {
      if (isHeard(media)) return false;
      void media.toggleMicrophone();
      return true;
    },
    release: () => {
      // Somebody may have muted them, or they themselves, while they held it.
      if (isHeard(media)) void media.toggleMicrophone();
    },
  };
}

function isHeard({ microphone, isMuted }: Talking): boolean {
  const { at } = microphone.peek();
  return !isMuted.peek() && (at === 'on' || at === 'starting');
}
