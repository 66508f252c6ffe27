// Watches what flows to a page while something is done to it: what each connection has received, five times a second,
// and whose tile went away.
import type { Page } from '@playwright/test';
import type { Received } from './connection-log.ts';
import type { Reading } from './gap.ts';

export interface Flow {
  /** Each connection's readings. One that is made later has fewer; one that is closed stays at what it had received. */
  readonly links: readonly (readonly Received[])[];
  /** How many of them were made since the watch began. */
  readonly linksMade: number;
  /** Names on tiles that were taken off the screen. */
  readonly tilesGone: readonly string[];
}

declare global {
  interface Window {
    flow: () => Flow;
  }
}

const everyMs = 200;

/** Begins to watch; a reload ends it, and `flowOf` then throws. */
export async function watchFlow(page: Page): Promise<void> {
  await page.evaluate(watch, everyMs);
}

/** All that was seen since `watchFlow`. */
export function flowOf(page: Page): Promise<Flow> {
  return page.evaluate(() => window.flow());
}

/** What all connections of a page have received together: with two people, all that one gets from the other. */
export function together({ links }: Flow): Reading[] {
  const [first = []] = links;
  return first.map(({ atMs }, tick) => {
    // Readings are taken together, so what was made later has its last ones beside the last of the first.
    const ofTick = links.flatMap((link) => link[tick - first.length + link.length] ?? []);
    const sum = (key: keyof Reading) => ofTick.reduce((total, each) => total + each[key], 0);
    return {
      atMs,
      videoFrames: sum('videoFrames'),
      audioPackets: sum('audioPackets'),
      audioEnergy: sum('audioEnergy'),
    };
  });
}

function watch(intervalMs: number): void {
  const log = window.connectionLog;
  const madeBefore = log.connections.length;
  const links = new Map(log.open().map((connection) => [connection, [] as Received[]]));
  const read = async () => {
    for (const made of log.connections.slice(madeBefore)) if (!links.has(made)) links.set(made, []);
    for (const [connection, readings] of links) {
      const last = readings.at(-1);
      const isClosed = connection.connectionState === 'closed';
      if (isClosed && last) readings.push({ ...last, atMs: Date.now() });
      else readings.push(await log.read(connection));
    }
    setTimeout(read, intervalMs);
  };
  void read();

  const tilesGone: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ removedNodes }) => [...removedNodes])) {
      // What was only moved is there again.
      if (!(node instanceof Element) || node.isConnected) continue;
      const tiles = node.matches('article') ? [node] : node.querySelectorAll('article');
      for (const tile of tiles) tilesGone.push(tile.ariaLabel ?? '');
    }
  });
  observer.observe(document, { childList: true, subtree: true });

  window.flow = () => ({
    links: [...links.values()],
    linksMade: log.connections.length - madeBefore,
    tilesGone,
  });
}
