// Plays the sounds of the call, for as long as it is on the screen.
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Chime } from '../../state/news-model.ts';
import { playChime } from '../call/chimes.ts';

/** The context is made with the first sound: a browser gives a page only so many. */
export function useChimes(
  createAudioContext: () => AudioContext,
  speakerId: ReadonlySignal<string>,
): (chime: Chime) => void {
  const context = useRef<AudioContext | undefined>(undefined);
  useEffect(
    () => () => {
      // Closing twice rejects; nothing is left to release then.
      context.current?.close().catch(() => undefined);
    },
    [],
  );
  return (chime) => {
    // Before the first click a browser keeps sounds for later, when they would tell of what is long over.
    if (!navigator.userActivation.hasBeenActive) return;
    try {
      context.current ??= createAudioContext();
    } catch {
      return; // A browser may refuse one more; what is to be told is on the screen, too.
    }
    void playChime(context.current, chime, speakerId.peek());
  };
}
