// How people look at a call: whom they see large, where they see themselves, and what the keys do.
import type { Locator } from '@playwright/test';
import { received } from './connection-log.ts';
import type { Person } from './person.ts';
import { expect, test } from './served.ts';

test('who is pinned is large, until they are pinned no longer', async ({ arrives }) => {
  const [ana] = await three(arrives);
  await ana.tileOf('Cleo').hover();
  await ana.presses('Pin Cleo');
  await expect.poll(() => largest(ana)).toBe('Cleo');
  // By keyboard: the focus stays on the button, wherever its tile goes.
  await ana.page.getByRole('button', { name: 'Unpin Cleo' }).press('Enter');
  await expect.poll(() => areEqual(ana.tileOf('Ben'), ana.tileOf('Cleo'))).toBe(true);
  await expect(ana.page.getByRole('button', { name: 'Pin Cleo' })).toBeFocused();
  await ana.tileOf('Ben').dblclick();
  await expect.poll(() => largest(ana)).toBe('Ben');
  await ana.seesMoving('Ben');
  await ana.seesMoving('Cleo');
});

test('a screen is on the stage, until somebody pins a face', async ({ arrives }) => {
  const [ana, ben] = await three(arrives);
  await ben.presses('Share screen');
  await expect.poll(() => largest(ana)).toBe("Ben's screen");
  await ana.tileOf('Cleo').dblclick();
  await expect.poll(() => largest(ana)).toBe('Cleo');
});

test('two screens are on the stage at once', async ({ arrives }) => {
  const [ana, ben, cleo] = await three(arrives);
  for (const sharer of [ben, cleo]) await sharer.presses('Share screen');
  for (const { name } of [ben, cleo]) await ana.seesScreenOf(name);
  const screens = ["Ben's screen", "Cleo's screen"].map((name) =>
    ana.page.getByRole('figure', { name }),
  );
  const [one, other] = await Promise.all(screens.map((screen) => screen.boundingBox()));
  expect(one?.width).toBe(other?.width);
  expect(one?.width).toBeGreaterThan((await ana.tileOf('Ben').boundingBox())?.width ?? 0);
});

test('the large one is whoever speaks, if one likes it so', async ({ arrives }) => {
  const [ana, ben, cleo] = await three(arrives);
  await cleo.presses('Mute');
  await ana.page.keyboard.press('l');
  await expect.poll(() => largest(ana)).toBe('Ben');
  await ben.presses('Mute');
  await cleo.presses('Unmute');
  await expect.poll(() => largest(ana)).toBe('Cleo');
});

test('one’s own picture moves by hand and by keyboard, and stays there', async ({ arrives }) => {
  const [ana] = await two(arrives);
  const self = ana.tileOf('You');
  await expect.poll(() => cornerOf(ana, self)).toBe('bottom right');
  await ana.page.getByRole('button', { name: 'Move self view' }).press('ArrowLeft');
  await expect.poll(() => cornerOf(ana, self)).toBe('bottom left');
  await dragTo(ana, self, { x: 700, y: 90 });
  await expect.poll(() => cornerOf(ana, self)).toBe('top right');
  await ana.page.reload();
  await ana.seesMoving('Ben');
  await expect.poll(() => cornerOf(ana, self)).toBe('top right');
});

test('whoever saves data is told so where they look for why, and ends it there', async ({
  arrives,
}) => {
  const ana = await arrives('Ana');
  await ana.startsCall();
  await ana.page.keyboard.press('n');
  await ana.page.getByRole('radio', { name: 'Save data' }).check();
  await ana.presses('Close connection');
  await ana.presses('More');
  const end = ana.page.getByRole('button', { name: /pictures small/ });
  await end.click();
  await ana.presses('More');
  await expect(end).toHaveCount(0);
  await ana.presses('Connection');
  await expect(ana.page.getByRole('radio', { name: 'Full' })).toBeChecked();
});

test('one’s own picture can be hidden, and had again', async ({ arrives }) => {
  const [ana, ben] = await two(arrives);
  await ana.tileOf('You').hover();
  await ana.presses('Hide self view');
  await expect(ana.tileOf('You')).toHaveCount(0);
  await ben.seesMoving('Ana');
  await ana.presses('More');
  await ana.presses('Show self view');
  await ana.seesMoving('You');
});

test('whoever is muted is heard while they hold the space bar, and only then', async ({
  arrives,
}) => {
  const [ana, ben] = await two(arrives);
  await ben.presses('Mute');
  await isSilent(ana);
  await ben.page.keyboard.down(' ');
  await ana.receivesFrom(1);
  await ben.page.keyboard.up(' ');
  await isSilent(ana);
  await expect(ben.page.getByRole('button', { name: 'Unmute' })).toBeVisible();

  // What is written is no wish to speak.
  await ben.opensChat();
  await ben.page.getByRole('textbox', { name: 'Message' }).press(' ');
  await expect(ben.page.getByRole('button', { name: 'Unmute' })).toBeVisible();
});

test('the keys do what their list says', async ({ arrives }) => {
  const ana = await arrives('Ana');
  await ana.startsCall();
  const { keyboard } = ana.page;
  const list = ana.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await keyboard.press('?');
  const keys = await list.locator('kbd').allInnerTexts();
  expect(keys.toSorted()).toEqual(
    ['?', 'C', 'Esc', 'F', 'H', 'I', 'L', 'M', 'N', 'P', 'S', 'Space', 'V'].toSorted(),
  );
  await keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await keyboard.press('?');
  await list.getByRole('button', { name: 'Close' }).click();
  await expect(list).toHaveCount(0);

  await keyboard.press('c');
  await expect(ana.page.getByRole('textbox', { name: 'Message' })).toHaveValue('');
  const chat = ana.page.getByRole('complementary', { name: 'Chat' });
  await expect(chat).toBeVisible();
  await ana.page.getByRole('button', { name: 'Mute' }).focus();
  await keyboard.press('Escape');
  await expect(chat).toHaveCount(0);
  await keyboard.press('p');
  await expect(ana.page.getByRole('complementary', { name: 'People' })).toBeVisible();
  await keyboard.press('n');
  await expect(ana.page.getByRole('complementary', { name: 'People' })).toHaveCount(0);
  await expect(ana.page.getByRole('complementary', { name: 'Connection' })).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('i');
  await expect(ana.page.getByRole('region', { name: 'Invite people' })).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('m');
  await expect(ana.page.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await keyboard.press('v');
  await expect(ana.page.getByRole('button', { name: 'Turn camera on' })).toBeVisible();
});

test('a small window on top shows the call, and goes with it', async ({ arrives }) => {
  const [ana] = await two(arrives);
  const opening = ana.page.context().waitForEvent('page');
  await ana.presses('More');
  await ana.presses('Small window on top');
  const mini = await opening;
  await expect(mini.getByText('Ben')).toBeVisible();
  await expect
    .poll(() => mini.locator('.mini-window').evaluate((it) => getComputedStyle(it).position))
    .toBe('fixed');
  await mini.getByRole('button', { name: 'Mute' }).click();
  await expect(ana.page.getByRole('button', { name: 'Unmute' })).toBeVisible();
  const closing = mini.waitForEvent('close');
  await ana.leaves();
  await closing;
});

type Arrives = (name: string) => Promise<Person>;

async function two(arrives: Arrives): Promise<[Person, Person]> {
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  await ben.joins(await ana.startsCall());
  await ana.seesMoving('Ben');
  return [ana, ben];
}

async function three(arrives: Arrives): Promise<[Person, Person, Person]> {
  const [ana, ben] = await two(arrives);
  const cleo = await arrives('Cleo');
  await cleo.joins(ana.page.url());
  await ana.seesMoving('Cleo');
  return [ana, ben, cleo];
}

/** The name of the largest picture. */
async function largest({ page }: Person): Promise<string | undefined> {
  const pictures = page.locator('article, figure');
  const sizes = await pictures.evaluateAll((all) =>
    all.map((picture) => {
      const { width, height } = picture.getBoundingClientRect();
      return { label: picture.getAttribute('aria-label') ?? '', area: width * height };
    }),
  );
  const [first, second] = sizes.toSorted((a, b) => b.area - a.area);
  return first && first.area > 2 * (second?.area ?? 0) ? first.label : undefined;
}

async function areEqual(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  return a?.width === b?.width && a?.height === b?.height;
}

/** Once it is at rest. */
async function cornerOf({ page }: Person, self: Locator): Promise<string> {
  const box = await self.boundingBox();
  const view = page.viewportSize();
  if (!box || !view) return 'nowhere';
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  if (Math.min(x, view.width - x) > box.width || Math.min(y, view.height - y) > 2 * box.height)
    return 'on the way';
  return `${y < view.height / 2 ? 'top' : 'bottom'} ${x < view.width / 2 ? 'left' : 'right'}`;
}

async function dragTo({ page }: Person, self: Locator, to: { x: number; y: number }) {
  // Waits until it is at rest.
  await self.hover({ position: { x: 20, y: 40 } });
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

/** Two readings are equal once what was under way has arrived. */
async function isSilent(person: Person): Promise<void> {
  await expect
    .poll(async () => {
      const [first] = await received(person.page);
      await person.seesMoving('Ben');
      const [second] = await received(person.page);
      return first && second && second.audioEnergy - first.audioEnergy;
    })
    .toBe(0);
}
