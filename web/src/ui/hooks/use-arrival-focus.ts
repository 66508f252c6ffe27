// Where focus goes when a page takes the place of another: else it would drop to <body>, and a screen
// reader would say nothing.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';

/** Focuses the element the ref is given to as it comes on the page, if `isWanted` then. */
export function useArrivalFocus(isWanted = true): RefCallback<HTMLElement> {
  return useCallback(
    (element) => {
      if (isWanted) element?.focus();
    },
    // Not `isWanted`: another answer later is no arrival.
    [],
  );
}
