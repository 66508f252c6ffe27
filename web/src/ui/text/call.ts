// What is said inside a call.
import { lateText } from './late-text.ts';

const late = lateText({
  en: async () => (await import('./en/call.ts')).call,
  zh: async () => (await import('./zh/call.ts')).call,
});

export const callText = late.read;
export const loadCallText = late.load;
export const withCallText = late.beside;
