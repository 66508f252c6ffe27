// Hears keys pressed anywhere on the page, and does what the list says.
import type { RefCallback } from 'preact';
import { useCallback, useRef } from 'preact/hooks';
import type { Shortcut } from '../parts/shortcut.ts';
import { keyOf } from './key-of.ts';

/** For as long as the element the ref is given to is there. */
export function useShortcuts(shortcuts: readonly Shortcut[]): RefCallback<HTMLElement> {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  return useCallback((element) => (element ? hearKeys(() => latest.current) : undefined), []);
}

function hearKeys(shortcuts: () => readonly Shortcut[]): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let held: Shortcut | undefined;
  /** A button that was clicked keeps the focus, but its owner does not mean it with the next key. */
  let isFocusByPointer = false;

  function release(): void {
    held?.release?.();
    held = undefined;
  }
  function onKeyDown(event: KeyboardEvent): void {
    const key = keyOf(event);
    if (key === 'tab') isFocusByPointer = false;
    if (held && key === held.key) event.preventDefault();
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isMeantForFocus(event, key, isFocusByPointer)) return;
    const shortcut = shortcuts().find((each) => each.key === key);
    if (!shortcut || shortcut.press() === false) return;
    // Or a field that has the focus by now would write it.
    event.preventDefault();
    if (shortcut.release) held = shortcut;
  }
  function onKeyUp(event: KeyboardEvent): void {
    if (!held || keyOf(event) !== held.key) return;
    // Or the button that has the focus would take it for a click.
    event.preventDefault();
    release();
  }

  document.addEventListener('keydown', onKeyDown, { signal });
  document.addEventListener('keyup', onKeyUp, { signal });
  document.addEventListener('pointerdown', () => (isFocusByPointer = true), { signal });
  document.addEventListener('visibilitychange', release, { signal });
  window.addEventListener('blur', release, { signal });
  return () => {
    listening.abort();
    release();
  };
}

const typedInto = 'input, select, textarea, [contenteditable]';
const pressedBySpace = 'button, a, summary, [role="switch"], [tabindex]:not([tabindex="-1"])';
const opened = 'dialog[open], :popover-open';

/** Whether whoever presses the key means what has the focus, or what is open, and not the call. */
function isMeantForFocus({ target }: Event, key: string, isFocusByPointer: boolean): boolean {
  if (!(target instanceof Element)) return false;
  if (key === 'escape') return document.querySelector(opened) !== null;
  if (target.closest(typedInto)) return true;
  if (key !== ' ') return false;
  return target.closest(opened) !== null || (!isFocusByPointer && !!target.closest(pressedBySpace));
}
