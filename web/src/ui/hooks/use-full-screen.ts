// The call on all of the screen, where the browser lets a page (WHATWG Fullscreen).
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Something of the browser's that can be on or off. */
export interface Toggle {
  readonly isOn: ReadonlySignal<boolean>;
  readonly toggle: () => void;
}

/** Undefined where there is no such thing, as on an iPhone. */
export function useFullScreen(): Toggle | undefined {
  const isOn = useSignal(document.fullscreenElement !== null);
  useEffect(() => {
    const look = () => (isOn.value = document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => {
      document.removeEventListener('fullscreenchange', look);
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    };
  }, [isOn]);

  if (!document.fullscreenEnabled) return undefined;
  return {
    isOn,
    toggle: () => {
      // Refused without a click or a key; then it stays as it is, which is what is shown.
      const asked = isOn.peek()
        ? document.exitFullscreen()
        : document.documentElement.requestFullscreen();
      asked.catch(() => undefined);
    },
  };
}
