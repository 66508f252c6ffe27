// The language the screen speaks. Choosing among several is for this file alone.
import { en } from './en/en.ts';

export const text = en;
