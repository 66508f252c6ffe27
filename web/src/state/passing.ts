// What is shown for a while and goes by itself: the latest last, and never more than there is room for.
import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { Clock } from '../engine/environment.ts';

export interface PassingOptions {
  readonly clock: Clock;
  /** How long each is shown. */
  readonly forMs: number;
  readonly max: number;
}

export type Passing<Item> = Item & {
  /** Counts what was shown. */
  readonly key: number;
};

export interface PassingList<Item> {
  readonly list: ReadonlySignal<readonly Passing<Item>[]>;
  readonly show: (item: Item) => void;
}

/** To be called while a model is made: it ends with it. */
export function passing<Item extends object>(options: PassingOptions): PassingList<Item> {
  const { clock, forMs, max } = options;
  const list = signal<readonly Passing<Item>[]>([]);
  const timers = new Set<() => void>();
  let shown = 0;

  effect(() => () => {
    for (const cancel of timers) cancel();
  });

  return {
    list: computed(() => list.value),
    show(item) {
      shown += 1;
      const key = shown;
      list.value = [...list.peek(), { ...item, key }].slice(-max);
      const cancel = clock.after(forMs, () => {
        timers.delete(cancel);
        list.value = list.peek().filter((each) => each.key !== key);
      });
      timers.add(cancel);
    },
  };
}
