// Focus for something that opens over the page: taken when it opens, and given back when it closes.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';

export function useBorrowedFocus(): RefCallback<HTMLElement> {
  return useCallback((element) => {
    const lender = document.activeElement;
    const heading = element?.closest('main')?.querySelector('h1');
    element?.focus();
    return () => {
      // What it was taken from may be gone by now: then the heading of the page has it, so that Tab leads into the page.
      const heir = lender?.isConnected ? lender : heading;
      if (heir instanceof HTMLElement) heir.focus();
    };
  }, []);
}
