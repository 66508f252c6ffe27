// Four people in one call, each with a window of their own: first without the adaptive mesh, when browsers do what they do by
// themselves, then with it. Cameras give 1280x720 at 10 frames a second, which two processors just carry without it, so that
// both calls show as much. All they cost falls on this machine, but for drawing, which is left out: what a graphics
// processor does for nothing would drown the rest where there is none.
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { processOf } from '../e2e/browser-process.ts';
import { watchLinks } from '../e2e/link-watch.ts';
import type { LinkWindow } from '../e2e/link-window.ts';
import { type Sent, slots } from '../e2e/link-statistics.ts';
import { type Person, meet } from '../e2e/person.ts';
import { expect, test } from '../e2e/served.ts';
import { drawNoPictures } from '../e2e/undrawn.ts';
import { processorMsOfAll } from '../scripts/processor-time.ts';

const names = ['Ana', 'Ben', 'Cem', 'Dee'];
/** All four are seen at once, on a screen of 1280x800. */
const viewport = { width: 640, height: 400 };
/** Browsers raise what they send for some 20 s. */
const warmUpMs = 30_000;
const measuredMs = 20_000;
/** Whatever else runs on this machine or beside it only adds to what is measured: of each call the cheapest counts. */
const rounds = 3;
const leastSaved = 0.4;

interface Costs {
  readonly uploadKbps: number;
  readonly cores: number;
  readonly pictures: string;
}

test('the adaptive mesh saves 40 % of upload and processor time', async ({ browser, arrives }) => {
  const [calls, adaptiveCalls]: [Costs[], Costs[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    calls.push(await costsOfCall({ isAdaptive: false }));
    adaptiveCalls.push(await costsOfCall({ isAdaptive: true }));
  }
  const [without, adaptive] = [cheapest(calls), cheapest(adaptiveCalls)];
  const uploadSaved = 1 - adaptive.uploadKbps / without.uploadKbps;
  const coresSaved = 1 - adaptive.cores / without.cores;
  printRow(['', 'without', 'adaptive', 'saved']);
  const kbps = ({ uploadKbps }: Costs) => `${uploadKbps.toFixed(0)} kbit/s`;
  printRow(['upload per person', kbps(without), kbps(adaptive), percent(uploadSaved)]);
  const cores = (costs: Costs) => `${costs.cores.toFixed(2)} cores`;
  printRow(['whole browser', cores(without), cores(adaptive), percent(coresSaved)]);
  const allCores = (costs: readonly Costs[]) =>
    costs.map((each) => each.cores.toFixed(2)).join(', ');
  printRow(['  in all rounds', allCores(calls), allCores(adaptiveCalls), '']);
  printRow(['pictures sent', without.pictures, adaptive.pictures, '']);
  expect.soft(uploadSaved, 'share of the upload that is saved').toBeGreaterThanOrEqual(leastSaved);
  expect.soft(coresSaved, 'share of the processor time').toBeGreaterThanOrEqual(leastSaved);

  async function costsOfCall({ isAdaptive }: { isAdaptive: boolean }): Promise<Costs> {
    const people: Person[] = [];
    for (const name of names) {
      const person = await arrives(name, { viewport, picture: 'as asked' });
      await person.page.addInitScript(drawNoPictures);
      if (!isAdaptive) await person.page.addInitScript(adaptNothing);
      people.push(person);
    }
    await meet(people);
    await pause(warmUpMs);
    const costs = await measure(browser, people);
    await Promise.all(people.map((person) => person.goesAway()));
    return costs;
  }
});

function cheapest(calls: readonly Costs[]): Costs {
  const [first, ...others] = calls;
  if (!first) throw new Error('there is at least one round');
  return others.reduce((least, each) => (each.cores < least.cores ? each : least), first);
}

/** Runs in the page: all that the mesh adapts, it does by these two. */
function adaptNothing(): void {
  RTCRtpSender.prototype.setParameters = () => Promise.resolve();
  MediaStreamTrack.prototype.applyConstraints = () => Promise.resolve();
}

async function measure(browser: Browser, people: readonly Person[]): Promise<Costs> {
  const pid = await processOf(browser);
  const [spentMs, sinceMs] = [processorMsOfAll(pid), performance.now()];
  const windows = await watchLinks(people, measuredMs);
  const cores = (processorMsOfAll(pid) - spentMs) / (performance.now() - sinceMs);
  expect(windows.length, 'links that were measured').toBe(people.length * (people.length - 1));
  const sent = windows.flatMap((window) => slots.map((slot) => window.sentKbps(slot)));
  return {
    uploadKbps: sent.reduce((sum, kbps) => sum + kbps, 0) / people.length,
    cores,
    pictures: picturesOf(windows),
  };
}

/** How many links have which size, and the frames a second of all. */
function picturesOf(windows: readonly LinkWindow[]): string {
  const sizes = windows.map(({ link: { sender } }) => sender.sent.camera).map(sizeOf);
  const counts = [...new Set(sizes)].map(
    (size) => `${sizes.filter((each) => each === size).length} of ${size}`,
  );
  const frames = windows.reduce((sum, each) => sum + each.encodedPerSecond('camera'), 0);
  return `${counts.join(', ')}; ${(frames / windows.length).toFixed(0)} frames/s`;
}

function sizeOf({ frameWidth, frameHeight }: Sent): string {
  return `${frameWidth}x${frameHeight}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

function printRow([what = '', ...columns]: readonly string[]): void {
  console.log([what.padEnd(20), ...columns.map((column) => column.padEnd(32))].join(''));
}
