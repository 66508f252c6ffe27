// A whole call without a mouse: everything can be reached, and one always sees where one is.
import type { Page } from '@playwright/test';
import type { Person } from './person.ts';
import { expect, test } from './served.ts';

/** More than there are places on any page. */
const mostTabs = 40;

test('a call from its start to its end, and back into it, by the keys alone', async ({
  arrives,
}) => {
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  const { page } = ana;
  const { keyboard } = page;
  await page.goto('/');
  await activates(page, 'Start a call');
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await keyboard.type('Ana');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Call', exact: true })).toBeFocused();
  await ben.joins(page.url());
  await ana.seesMoving('Ben');

  await activates(page, 'Mute');
  await expect(focused(page, 'Unmute')).toBeVisible();
  await keyboard.press('m');
  await expect(focused(page, 'Mute')).toBeVisible();
  await activates(page, 'Turn camera off');
  await keyboard.press('v');
  await expect(focused(page, 'Turn camera off')).toBeVisible();
  await activates(page, 'Share screen');
  await ben.seesScreenOf('Ana');
  await expect(focused(page, 'Stop sharing')).toBeVisible();
  await keyboard.press('Space');
  await expect(focused(page, 'Share screen')).toBeVisible();

  await writesAndCloses(ana, ben);
  for (const opener of ['React', 'Invite']) {
    await activates(page, opener);
    await keyboard.press('Escape');
    await expect(focused(page, opener)).toBeVisible();
  }
  await activates(page, 'More');
  await activates(page, 'Settings');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(focused(page, 'More')).toBeVisible();
  await activates(page, 'People');
  await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeFocused();
  await activates(page, 'Options for Ben');
  await keyboard.press('Escape');
  await expect(focused(page, 'People')).toBeVisible();

  await activates(page, 'Leave');
  await expect(page.getByRole('heading', { name: 'You left the call' })).toBeFocused();
  await activates(page, 'Rejoin');
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await keyboard.press('Enter');
  await ana.seesMoving('Ben');
});

async function writesAndCloses({ page }: Person, other: Person): Promise<void> {
  await other.opensChat();
  await activates(page, 'Chat');
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused();
  await page.keyboard.type('Without a mouse');
  await page.keyboard.press('Enter');
  await other.reads('Without a mouse');
  await page.keyboard.press('Escape');
  await expect(focused(page, 'Chat')).toBeVisible();
}

/** Tabs to the button of that name, which is seen on all the way, and presses Enter. */
async function activates(page: Page, name: string): Promise<void> {
  const way: string[] = [];
  const start = await page.evaluate(() => document.activeElement?.tagName);
  expect(start, `focus is somewhere before “${name}”`).not.toBe('BODY');
  while (!(await focused(page, name).isVisible())) {
    if (way.length > mostTabs) throw new Error(`no “${name}” on the way: ${way.join(', ')}`);
    await page.keyboard.press('Tab');
    const { place, isSeen } = await page.evaluate(whereFocusIs);
    expect(isSeen, `focus is seen on ${place}`).toBe(true);
    way.push(place);
  }
  await page.keyboard.press('Enter');
}

/** The button of that name, if it has focus. */
function focused(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true }).and(page.locator(':focus'));
}

/** Where the page has focus, and whether one sees it there; runs in the page. */
function whereFocusIs(): { readonly place: string; readonly isSeen: boolean } {
  const { activeElement } = document;
  // After its last place comes the browser's own bar.
  if (!activeElement || activeElement === document.body)
    return { place: 'the browser', isSeen: true };
  const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
  const { left, right, top, bottom } = activeElement.getBoundingClientRect();
  const isInWindow = left < innerWidth && right > 0 && top < innerHeight && bottom > 0;
  return {
    place: activeElement.getAttribute('aria-label') ?? activeElement.textContent ?? '',
    isSeen: isInWindow && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
  };
}
