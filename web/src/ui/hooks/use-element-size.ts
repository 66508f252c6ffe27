// The size of an element's content box as a signal, kept current.
import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';

export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

export function useElementSize(): {
  readonly ref: RefCallback<HTMLElement>;
  readonly size: ReadonlySignal<ElementSize>;
} {
  const size = useSignal<ElementSize>({ width: 0, height: 0 });
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const observer = new ResizeObserver(([entry]) => {
        if (!entry) return;
        const { width, height } = entry.contentRect;
        size.value = { width, height };
      });
      observer.observe(element);
      return () => observer.disconnect();
    },
    [size],
  );
  return { ref, size };
}
