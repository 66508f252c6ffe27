// Keeps what the server says to a page about its seat, each time a socket opens.
import type { Page } from '@playwright/test';
import * as v from 'valibot';

const Frame = v.pipe(
  v.string(),
  v.startsWith('{'),
  v.parseJson(),
  v.object({ type: v.literal('welcome'), self: v.string(), seated: v.boolean() }),
);

export interface Welcome {
  /** When it came; milliseconds since the epoch. */
  readonly atMs: number;
  /** The id of the page's peer. */
  readonly self: string;
  readonly seated: boolean;
}

/** Call before the page loads; the list grows as they come. */
export function logWelcomes(page: Page): readonly Welcome[] {
  const welcomes: Welcome[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const frame = v.safeParse(Frame, payload);
      if (!frame.success) return;
      const { self, seated } = frame.output;
      welcomes.push({ atMs: Date.now(), self, seated });
    });
  });
  return welcomes;
}
