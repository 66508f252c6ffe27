// Focus for something that opens over the page: taken when it opens, and given back when it closes.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';

export function useBorrowedFocus(): RefCallback<HTMLElement> {
  return useCallback((element) => {
    const lender = document.activeElement;
    element?.focus();
    return () => {
      if (lender instanceof HTMLElement) lender.focus();
    };
  }, []);
}
