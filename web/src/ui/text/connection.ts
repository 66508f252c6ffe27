// What is said about the connections of a call.
import { lateText } from './late-text.ts';

const late = lateText({
  en: async () => (await import('./en/connection.ts')).connection,
  zh: async () => (await import('./zh/connection.ts')).connection,
});

export const connectionText = late.read;
export const withConnectionText = late.beside;
export type ConnectionText = ReturnType<typeof connectionText>;
