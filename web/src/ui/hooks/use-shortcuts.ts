// The keys that do what buttons do: M for the microphone, V for the camera.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';
import type { MediaModel } from '../../state/media-model.ts';

/** Hears keys pressed anywhere on the page, for as long as the element the ref is given to is there. */
export function useShortcuts(media: MediaModel): RefCallback<HTMLElement> {
  return useCallback(
    (element) => {
      if (!element) return undefined;
      const onKeyDown = (event: KeyboardEvent) => {
        if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
        if (isTyping(event)) return;
        if (event.key.toLowerCase() === 'm') void media.toggleMicrophone();
        if (event.key.toLowerCase() === 'v') void media.toggleCamera();
      };
      document.addEventListener('keydown', onKeyDown);
      return () => document.removeEventListener('keydown', onKeyDown);
    },
    [media],
  );
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('input, select, textarea') !== null;
}
