// Keeps the screen awake for as long as the component is on it, where the browser lets a page (W3C Screen Wake Lock).
import { useEffect } from 'preact/hooks';

export function useWakeLock(): void {
  useEffect(() => {
    let isOver = false;
    let lock: WakeLockSentinel | undefined;

    async function acquire(): Promise<void> {
      // The browser takes it back whenever the page is hidden.
      if (document.visibilityState !== 'visible') return;
      try {
        lock = await navigator.wakeLock?.request('screen');
      } catch {
        return; // Refused, as with an empty battery: the screen sleeps when it would.
      }
      if (isOver) await lock?.release();
    }

    const whenVisible = () => void acquire();
    document.addEventListener('visibilitychange', whenVisible);
    void acquire();
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', whenVisible);
      lock?.release().catch(() => undefined);
    };
  }, []);
}
