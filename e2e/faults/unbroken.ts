// What everyone saw of a fault: nothing, or a picture that stood still for a while. Everyone must have been watching
// (`watchFlow`) since before the fault.
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { type Flow, flowOf, together } from '../flow.ts';
import { longestAudioGap, longestVideoGap } from '../gap.ts';
import type { Person } from '../person.ts';
import { report } from './figure.ts';

/**
 * Frames come every 100 ms, readings are 200 apart, and a machine with two cores for all these browsers is late by some
 * hundreds. What is really interrupted is so for seconds: nothing but ICE brings it back.
 */
const unbrokenMs = 1_500;

interface Back {
  readonly since: string;
  readonly sinceMs: number;
  readonly atMost: number;
}

/** The call went on: no link was still for long, and none was connected anew. */
export async function reportUnbroken(people: readonly Person[]): Promise<void> {
  const flows = await flowsOf(people);
  const links = flows.flatMap((flow) => flow.links);
  const watched = people.length * (people.length - 1);
  expect(links.length, 'links that were watched').toBeGreaterThanOrEqual(watched);
  report({
    what: `longest time without a new frame, over ${links.length} links`,
    figure: Math.max(...links.map((readings) => longestVideoGap(readings).lastsMs)),
    atMost: unbrokenMs,
    unit: 'ms',
  });
  report({
    what: 'longest time without sound',
    figure: Math.max(...links.map((readings) => longestAudioGap(readings).lastsMs)),
    atMost: unbrokenMs,
    unit: 'ms',
  });
  report({
    what: 'connections made anew',
    figure: flows.reduce((sum, { linksMade }) => sum + linksMade, 0),
    atMost: 0,
    unit: 'times',
  });
  reportTiles(flows);
}

/** Two people's call was broken, and went on after `sinceMs` by itself. */
export async function reportBack(people: readonly Person[], back: Back): Promise<void> {
  // What never comes back must be still for longer than it may.
  await pause(back.sinceMs + back.atMost + unbrokenMs - Date.now());
  const flows = await flowsOf(people);
  const gaps = flows
    .map(together)
    .flatMap((readings) => [longestVideoGap(readings), longestAudioGap(readings)]);
  report({
    what: `from ${back.since} until pictures and sound are back`,
    figure: Math.max(...gaps.map(({ toMs }) => toMs - back.sinceMs)),
    atMost: back.atMost,
    unit: 'ms',
  });
  reportTiles(flows);
}

function flowsOf(people: readonly Person[]): Promise<Flow[]> {
  return Promise.all(people.map(({ page }) => flowOf(page)));
}

function reportTiles(flows: readonly Flow[]): void {
  report({
    what: 'tiles that went away',
    figure: flows.flatMap(({ tilesGone }) => tilesGone).length,
    atMost: 0,
    unit: 'times',
  });
}
