// Plays a track in a <video> or <audio> element for as long as the element is on the page.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';

/** `onBlocked` is told when the browser wants a click before it plays sound. */
export function useMediaTrack(
  track: MediaStreamTrack,
  onBlocked?: () => void,
): RefCallback<HTMLMediaElement> {
  return useCallback(
    (element) => {
      if (!element) return undefined;
      element.srcObject = new MediaStream([track]);
      element.play().catch((error: unknown) => {
        // Any other refusal means that the element was taken away before it played.
        if (error instanceof Error && error.name === 'NotAllowedError') onBlocked?.();
      });
      return () => {
        element.srcObject = null;
      };
    },
    [track, onBlocked],
  );
}
