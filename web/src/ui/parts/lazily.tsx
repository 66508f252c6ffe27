// Components whose code is no part of the first load: it comes when there is time for it, at the latest when it is drawn.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { text } from '../text/index.ts';

const loaders = new Set<() => Promise<void>>();

/** Draws nothing until the code is there, and says so if it can't be had, asked for twice: networks change. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const loading = signal<ComponentType<Props> | 'not-loaded' | 'failed'>('not-loaded');
  let attempt: Promise<void> | undefined;

  async function loadOnce(): Promise<void> {
    try {
      loading.value = await load().catch(load);
    } catch {
      loading.value = 'failed';
      attempt = undefined;
    }
  }
  const ensureLoaded = () => (attempt ??= loadOnce());
  loaders.add(ensureLoaded);

  return function Lazy(props: Props) {
    const Loaded = loading.value;
    if (Loaded === 'failed') return <Missing onGone={() => (loading.value = 'not-loaded')} />;
    if (Loaded !== 'not-loaded') return <Loaded {...props} />;
    void ensureLoaded();
    return null;
  };
}

/** Whoever opens the part again has it tried again. */
function Missing({ onGone }: { onGone: () => void }) {
  return (
    <p ref={() => onGone} role="alert">
      {text.partMissing}
    </p>
  );
}

/** Loads all of it, so that nothing is missing when the server is: a call outlives it. What is needed first comes first. */
export async function loadEverything(): Promise<void> {
  // Parts of parts join the set as their parts arrive.
  for (const load of loaders) await load();
}
