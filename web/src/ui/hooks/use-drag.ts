// Moves an element with the pointer. It follows at once; where it comes to rest is for its owner to say.
import type { RefCallback } from 'preact';
import { useCallback, useRef } from 'preact/hooks';

/** How far it was dragged, in CSS pixels. */
export interface Drag {
  readonly x: number;
  readonly y: number;
}

/** A click trembles less. */
const leastPx = 6;

/** While it is dragged the element has `data-dragged`, and `--drag-x` and `--drag-y`. */
export function useDrag(onDrop: (drag: Drag) => void): RefCallback<HTMLElement> {
  const latest = useRef(onDrop);
  latest.current = onDrop;
  return useCallback(
    (element) => (element ? followPointer(element, (drag) => latest.current(drag)) : undefined),
    [],
  );
}

function followPointer(element: HTMLElement, onDrop: (drag: Drag) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let start: PointerEvent | undefined;

  const dragOf = ({ clientX, clientY }: PointerEvent, from: PointerEvent): Drag => ({
    x: clientX - from.clientX,
    y: clientY - from.clientY,
  });
  function onDown(event: PointerEvent): void {
    const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
    if (event.button !== 0 || !event.isPrimary || isOnButton) return;
    start = event;
    // A fast hand is elsewhere with its first move.
    element.setPointerCapture(event.pointerId);
  }
  function onMove(event: PointerEvent): void {
    if (!start) return;
    const drag = dragOf(event, start);
    if (!('dragged' in element.dataset) && Math.hypot(drag.x, drag.y) < leastPx) return;
    element.dataset['dragged'] = '';
    element.style.setProperty('--drag-x', `${drag.x}px`);
    element.style.setProperty('--drag-y', `${drag.y}px`);
  }
  function onEnd(event: PointerEvent): void {
    if (start && 'dragged' in element.dataset) onDrop(dragOf(event, start));
    stop();
  }
  function stop(): void {
    start = undefined;
    delete element.dataset['dragged'];
    element.style.removeProperty('--drag-x');
    element.style.removeProperty('--drag-y');
  }

  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', onEnd, { signal });
  element.addEventListener('pointercancel', stop, { signal });
  return () => {
    listening.abort();
    stop();
  };
}
