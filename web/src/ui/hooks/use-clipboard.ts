// Copies text to where the person can paste it from, if the browser lets the page, and remembers how that went.
import { type ReadonlySignal, useSignal } from '@preact/signals';

export interface Clipboard {
  readonly outcome: ReadonlySignal<'ready' | 'copied' | 'failed'>;
  /** Says whether it is there. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly forget: () => void;
}

export function useClipboard(): Clipboard {
  const outcome = useSignal<'ready' | 'copied' | 'failed'>('ready');

  async function copy(text: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text);
      outcome.value = 'copied';
    } catch {
      outcome.value = 'failed';
    }
    return outcome.peek() === 'copied';
  }
  return { outcome, copy, forget: () => void (outcome.value = 'ready') };
}
