// Two kinds of browsers in one call.
import { basename, join } from 'node:path';
import { accepts, megabyte, offers, savesToDownloads, test as base } from './file-exchange.ts';
import { FirefoxPerson } from './firefox-person.ts';
import { sha256Of, writeLargeFile } from './large-file.ts';
import { closeWayOut, openWayOut } from './own-network.ts';
import type { Person } from './person.ts';
import { expect, type Served } from './served.ts';

const test = base.extend<{ readonly fox: FirefoxPerson }>({
  fox: async ({ origin }, use) => {
    const fox = await FirefoxPerson.arrives(origin, 'Fox');
    await use(fox);
    await fox.goesAway();
  },
});

test.beforeAll(openWayOut);
test.afterAll(closeWayOut);

type Someone = Person | FirefoxPerson;

const fileBytes = 3 * megabyte;

/** `first` starts a call and `second` joins it; all that each sends must reach the other. */
async function callBetween(first: Someone, second: Someone, folder: string): Promise<void> {
  await second.joins(await first.startsCall());
  const ways = [
    [first, second],
    [second, first],
  ] as const;
  for (const [from, to] of ways) {
    await to.seesMoving(from.name);
    await to.receivesFrom(1);
  }
  for (const [from, to] of ways) {
    await from.presses('Share screen');
    await to.seesScreenOf(from.name);
    await from.presses('Stop sharing');
  }
  for (const person of [first, second]) await person.opensChat();
  for (const [from, to] of ways) {
    await from.says(`This is ${from.name}`);
    await to.reads(`This is ${from.name}`);
    const path = join(folder, `of-${from.name}.bin`);
    await writeLargeFile(path, fileBytes);
    expect(await sha256Of(await handsOver(from, to, path))).toBe(await sha256Of(path));
  }
}

/** Gives the path of what arrives. */
async function handsOver(from: Someone, to: Someone, path: string): Promise<string> {
  if (from instanceof FirefoxPerson) await from.offers(path);
  else await offers(from, path);
  if (to instanceof FirefoxPerson) return to.takes(basename(path));
  const { download } = await accepts(to);
  return (await download).path();
}

async function anaArrives(arrives: Served['arrives']): Promise<Person> {
  const ana = await arrives('Ana');
  await savesToDownloads(ana);
  return ana;
}

const everything =
  'see, hear and write to each other, show a screen or a tab, and hand over a file';

test(`whoever joins by Firefox and whoever started the call by Chromium ${everything}`, async ({
  arrives,
  fox,
  folder,
}) => {
  await callBetween(await anaArrives(arrives), fox, folder);
});

test(`whoever joins by Chromium and whoever started the call by Firefox ${everything}`, async ({
  arrives,
  fox,
  folder,
}) => {
  await callBetween(fox, await anaArrives(arrives), folder);
});
