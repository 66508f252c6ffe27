// Parts of the page do not come, as when the network changes just then.
import type { Page } from '@playwright/test';
import { expect, test } from './served.ts';

test('a page that can’t be had whole is loaded once more, with the key of its link', async ({
  arrives,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  const link = await ana.startsCall();
  const loads = countLoads(ben.page);
  await loses(ben.page, 'text', () => loads.count === 1);
  await ben.joins(link);
  await ana.seesMoving('Ben');
  expect(loads.count).toBe(2);
});

test('a page that does not come the second time either says so', async ({ arrives }) => {
  const { page } = await arrives('Ana');
  const loads = countLoads(page);
  await loses(page, 'text', () => true);
  await page.goto('/');
  await expect.poll(() => loads.count).toBe(2);
  const said = page.getByText('Earshot has not loaded yet.');
  await expect(said).toBeHidden();
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  await expect(said).toBeVisible();
  expect(loads.count).toBe(2);
});

test('a part that comes later is asked for twice, and so is what it says', async ({ arrives }) => {
  const ana = await arrives('Ana');
  await ana.page.addInitScript(haveNothingAtHand);
  const asked = new Map<string, number>();
  await loses(ana.page, 'call', (address) => {
    const times = (asked.get(address) ?? 0) + 1;
    asked.set(address, times);
    return times === 1;
  });
  await ana.startsCall();
  await expect(ana.tileOf('You')).toBeVisible();
  // The screen and its sentences.
  expect([...asked.values()]).toEqual([2, 2]);
});

function countLoads(page: Page): { readonly count: number } {
  const loads = { count: 0 };
  page.on('framenavigated', () => (loads.count += 1));
  return loads;
}

/** What is run is asked for when it is run, and not before; runs in the page. */
function haveNothingAtHand(): void {
  HTMLHeadElement.prototype.appendChild = function <Child extends Node>(child: Child): Child {
    const isAhead = child instanceof HTMLLinkElement && child.rel === 'modulepreload';
    if (!isAhead) this.append(child);
    return child;
  };
}

/** Whoever asks for a chunk by that name meets an error of the network as long as it is lost. */
async function loses(
  page: Page,
  chunk: string,
  isLost: (address: string) => boolean,
): Promise<void> {
  await page.route(`**/assets/${chunk}-*.js`, (route) =>
    isLost(route.request().url()) ? route.abort('failed') : route.continue(),
  );
}
