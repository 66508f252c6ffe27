// A call is made bad on purpose, in four ways, and each of the two is told what it is and whose.
import { type Locator, mergeTests } from '@playwright/test';
import { smallFilm, smallPicture } from './film.ts';
import { test as onHosts } from './hosts.ts';
import { type Person, meet } from './person.ts';
import { expect, network, test as relayed } from './relayed.ts';

const test = mergeTests(relayed, onHosts);

/** A verdict takes some looks, two seconds each, at what has to happen first. */
const told = { timeout: 45_000 };

test.use({ trace: 'off' });
test.setTimeout(120_000);

test('a thin uplink is named, and whose it is', network, async ({ arrives, newHost }) => {
  const [here, there] = [await newHost({ film: smallFilm }), await newHost({ film: smallFilm })];
  const ana = await arrives('Ana', { browser: here.browser, picture: smallPicture });
  const ben = await arrives('Ben', { browser: there.browser, picture: smallPicture });
  await meetAndLook([ana, ben]);
  await seesNothingWrong(ana);
  here.network.squeeze('uplink', 150);
  await expect(verdictsOf(ana)).toContainText('Your upload is too thin', told);
  await expect(verdictsOf(ben)).toContainText('Ana’s upload is too thin', told);
  here.network.heal();
  await expect(verdictsOf(ana)).toHaveText(/Everything is fine/, told);
});

test('loss between two is named as that', network, async ({ arrives, newHost }) => {
  const [here, there] = [await newHost({ film: smallFilm }), await newHost({ film: smallFilm })];
  const ana = await arrives('Ana', { browser: here.browser, picture: smallPicture });
  const ben = await arrives('Ben', { browser: there.browser, picture: smallPicture });
  await meetAndLook([ana, ben]);
  await seesNothingWrong(ana);
  here.network.lose('uplink', { share: 0.1 });
  await expect(verdictsOf(ana)).toContainText('between you and Ben loses packets', told);
  await expect(verdictsOf(ben)).toContainText('between you and Ana loses packets', told);
});

test('a busy processor is named, and whose it is', network, async ({ arrives, newHost }) => {
  const here = await newHost({ film: smallFilm, processor: 0 });
  const there = await newHost({ film: smallFilm, processor: 1 });
  const ana = await arrives('Ana', { browser: here.browser, picture: smallPicture });
  const ben = await arrives('Ben', { browser: there.browser, picture: smallPicture });
  await meetAndLook([ana, ben]);
  await seesNothingWrong(ana);
  here.computes(8);
  await expect(verdictsOf(ben)).toContainText('Ana’s device can’t keep up', told);
  await expect(verdictsOf(ana)).toContainText('Your device can’t keep up', told);
});

test('a relay by TCP is named, and whose network it is', network, async ({ arrives, newHost }) => {
  const [here, there] = [await newHost({ film: smallFilm }), await newHost({ film: smallFilm })];
  here.network.block('meta l4proto udp');
  const ana = await arrives('Ana', { browser: here.browser, picture: smallPicture });
  const ben = await arrives('Ben', { browser: there.browser, picture: smallPicture });
  await meetAndLook([ana, ben]);
  await expect(verdictsOf(ana)).toContainText('You are connected over TCP', told);
  await expect(verdictsOf(ben)).toContainText('Ana is connected over TCP', told);
});

async function meetAndLook(people: readonly Person[]): Promise<void> {
  await meet(people);
  for (const { page } of people) await page.keyboard.press('n');
}

async function seesNothingWrong(person: Person): Promise<void> {
  await expect(verdictsOf(person)).toHaveText(/Everything is fine/, told);
}

/** What the panel says is wrong. */
function verdictsOf({ page }: Person): Locator {
  return page.getByRole('complementary', { name: 'Connection' }).getByRole('status').first();
}
