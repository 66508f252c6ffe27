// Focus for what is around something that goes: else it would drop to <body>, and neither would Tab lead on from there nor
// Escape close the panel.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';

/** If a part of a panel or of the page has focus when it goes, the heading of the panel, or of the page, takes it. */
export function useBequeathedFocus(): RefCallback<HTMLElement> {
  return useCallback((element) => {
    const heading = element?.closest('aside, main')?.querySelector<HTMLElement>('h1, h2');
    return () => {
      if (element?.contains(document.activeElement)) heading?.focus();
    };
  }, []);
}
