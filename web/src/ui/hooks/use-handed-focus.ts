// Focus for what takes turns in a row of a list: else it would drop to <body> with every turn.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';

/** For a part of an <li> with a tabIndex: if it has focus when it goes, the row takes it, and the first button of what comes then. */
export function useHandedFocus(): RefCallback<HTMLElement> {
  return useCallback((element) => {
    const row = element?.closest('li');
    if (row && row === document.activeElement) element?.querySelector('button')?.focus();
    return () => {
      if (element?.contains(document.activeElement)) row?.focus();
    };
  }, []);
}
