// What a language is: every sentence that English has, in the same places.
import type { en } from './en/en.ts';

export type Language = typeof en;
