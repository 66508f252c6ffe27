// The language the screen speaks. Whatever reads `text` while it is drawn is drawn anew when the language changes.
import { signal } from '@preact/signals';
import { en } from './en/en.ts';

/** Every sentence there is, in one language. */
export type Language = typeof en;

const spoken = signal<Language>(en);

export const text: Language = new Proxy(en, {
  get: (_english, key) => Reflect.get(spoken.value, key),
});
