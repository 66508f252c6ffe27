// A <dialog> over everything: opened as it comes on the page, closed as it goes, so that focus returns to where it was.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';

export function useModal(): RefCallback<HTMLDialogElement> {
  return useCallback((dialog) => {
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
}
