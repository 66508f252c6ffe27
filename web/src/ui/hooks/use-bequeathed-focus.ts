// Focus for the panel around something that goes by itself: else it would drop to <body>, and Escape would no longer
// close the panel.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';

/** For a part of an <aside>: if it has focus when it goes, the heading of the aside takes it. */
export function useBequeathedFocus(): RefCallback<HTMLElement> {
  return useCallback((element) => {
    const heading = element?.closest('aside')?.querySelector('h2');
    return () => {
      if (element?.contains(document.activeElement)) heading?.focus();
    };
  }, []);
}
