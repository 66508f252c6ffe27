// Plays the sounds of the call, for as long as it is on the screen.
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Chime } from '../../state/news-model.ts';
import { playChime } from '../call/chimes.ts';

/** The context is made with the first sound: a browser gives a page only so many. It rests between sounds, or it would play silence for hours. */
export function useChimes(
  createAudioContext: () => AudioContext,
  speakerId: ReadonlySignal<string>,
): (chime: Chime) => void {
  const context = useRef<AudioContext | undefined>(undefined);
  const playing = useRef(0);
  useEffect(
    () => () => {
      // Closing twice rejects; nothing is left to release then.
      context.current?.close().catch(() => undefined);
    },
    [],
  );

  async function playOn(speaker: AudioContext, chime: Chime): Promise<void> {
    playing.current += 1;
    try {
      await speaker.resume();
      await playChime(speaker, chime, speakerId.peek());
    } finally {
      playing.current -= 1;
      if (playing.current === 0) await speaker.suspend();
    }
  }
  return (chime) => {
    // Before the first click a browser keeps sounds for later, when they would tell of what is long over.
    if (!navigator.userActivation.hasBeenActive) return;
    try {
      context.current ??= createAudioContext();
    } catch {
      return; // A browser may refuse one more; what is to be told is on the screen, too.
    }
    // One that is closed meanwhile plays nothing.
    playOn(context.current, chime).catch(() => undefined);
  };
}
