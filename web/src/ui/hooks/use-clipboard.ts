// Copies text to where the person can paste it from, if the browser lets the page, and says for a while that it did.
import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';

export interface Clipboard {
  /** `copied` passes by itself; what failed is known until it is forgotten. */
  readonly outcome: ReadonlySignal<'ready' | 'copied' | 'failed'>;
  /** Says whether it is there. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly forget: () => void;
}

/** Long enough to be read, and heard. */
const copiedForMs = 4_000;

export function useClipboard(): Clipboard {
  const outcome = useSignal<'ready' | 'copied' | 'failed'>('ready');
  const forget = () => void (outcome.value = 'ready');
  useSignalEffect(() => {
    if (outcome.value !== 'copied') return undefined;
    const timer = setTimeout(forget, copiedForMs);
    return () => clearTimeout(timer);
  });

  async function copy(text: string): Promise<boolean> {
    // What is copied once more is said once more.
    forget();
    try {
      await navigator.clipboard.writeText(text);
      outcome.value = 'copied';
    } catch {
      outcome.value = 'failed';
    }
    return outcome.peek() === 'copied';
  }
  return { outcome, copy, forget };
}
