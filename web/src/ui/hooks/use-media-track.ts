// Plays a track in a <video> or <audio> element for as long as the element is on the page.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';
import { keepPlaying } from './keep-playing.ts';

export type OnHeldBack = (player: HTMLMediaElement, isHeldBack: boolean) => void;

/** `onHeldBack` is told when the browser wants a click or a key before it plays, and when it plays. */
export function useMediaTrack(
  track: MediaStreamTrack,
  onHeldBack?: OnHeldBack,
): RefCallback<HTMLMediaElement> {
  return useCallback(
    (element) => {
      if (!element) return undefined;
      element.srcObject = new MediaStream([track]);
      const stop = keepPlaying(element, {
        page: document,
        onHeldBack: (isHeldBack) => onHeldBack?.(element, isHeldBack),
      });
      return () => {
        stop();
        element.srcObject = null;
      };
    },
    [track, onHeldBack],
  );
}
