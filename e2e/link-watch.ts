// Watches every link of a call for a while.
import { setTimeout as pause } from 'node:timers/promises';
import { linksAmong } from './link-statistics.ts';
import { type LinkWindow, windowsBetween } from './link-window.ts';
import type { Person } from './person.ts';

/** A window for each link that was there before and after. */
export async function watchLinks(
  people: readonly Person[],
  forMs: number,
): Promise<readonly LinkWindow[]> {
  const before = await linksAmong(people);
  await pause(forMs);
  return windowsBetween(before, await linksAmong(people));
}
