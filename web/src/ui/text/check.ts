// What the check before a call says.
import { lateText } from './late-text.ts';

const late = lateText({
  en: async () => (await import('./en/check.ts')).check,
  zh: async () => (await import('./zh/check.ts')).check,
});

export const checkText = late.read;
export const loadCheckText = late.load;
export const withCheckText = late.beside;
