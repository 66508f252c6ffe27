// Everyone is sent what they see, in the size they see it, and nothing else: by the sender's own count.
import { type Slot, linksAmong } from './link-statistics.ts';
import { watchLinks } from './link-watch.ts';
import type { LinkWindow } from './link-window.ts';
import { type Person, meet } from './person.ts';
import { expect, test } from './served.ts';

/** Large enough that a tile of three does not show all of it. */
const picture = { width: 1280, height: 720, frameRate: 10 };

/** What goes with a picture that nobody sees: nothing of it, and a few words about that. */
const nothingKbps = 5;
const windowMs = 4_000;
/** From the click to the first picture of the new size. */
const patienceMs = 2_000;

test.setTimeout(120_000);

test('whoever is pinned comes as large as they are shown within two seconds, and the others smaller', async ({
  arrives,
}) => {
  const people = await three(arrives);
  const [ana] = people;
  // A browser begins with small pictures, until it knows its network.
  const isLargeEnough = () => isAsLargeAsShown(people, 'Cleo');
  await expect.poll(isLargeEnough, { timeout: 60_000 }).toBe(true);
  const benBefore = await widthOf(people, 'Ben');
  await ana.tileOf('Cleo').hover();
  await ana.presses('Pin Cleo');
  await expect.poll(isLargeEnough, { timeout: patienceMs, intervals: [100] }).toBe(true);
  await expect.poll(() => widthOf(people, 'Ben')).toBeLessThan(benBefore);
});

test('nothing is sent to a page that is hidden, and all to it when it is back', async ({
  arrives,
}) => {
  const people = await three(arrives);
  const [ana, ben, cleo] = people;
  await hide(ana, true);
  await expectNothing(people, 'camera', [`${ben.name} → Ana`, `${cleo.name} → Ana`]);
  // It is still heard, and shown to the others.
  const windows = await measured(people);
  expect(only(windows, 'Ben → Ana').sentKbps('microphone')).toBeGreaterThan(nothingKbps);
  expect(only(windows, 'Ana → Ben').sentKbps('camera')).toBeGreaterThan(nothingKbps);
  expect(only(windows, 'Ben → Cleo').sentKbps('camera')).toBeGreaterThan(nothingKbps);
  await hide(ana, false);
  for (const { name } of [ben, cleo]) await ana.seesMoving(name);
});

test('nothing is sent of pictures to whoever only listens, screens neither', async ({
  arrives,
}) => {
  const people = await three(arrives);
  const [ana, ben] = people;
  await showsScreen(ben, ana);
  await ana.page.keyboard.press('n');
  await ana.page.getByRole('radio', { name: 'Sound only' }).check();
  await expectNothing(people, 'camera', ['Ben → Ana', 'Cleo → Ana', 'Ana → Ben', 'Ana → Cleo']);
  await expectNothing(people, 'screen', ['Ben → Ana']);
  expect(only(await measured(people), 'Ben → Cleo').sentKbps('screen')).toBeGreaterThan(
    nothingKbps,
  );
});

test('nothing is sent of a face that is scrolled away beside a screen, but the screen is', async ({
  arrives,
}) => {
  const people = await three(arrives);
  const [ana, ben] = people;
  await showsScreen(ben, ana);
  // The strip has room for one and a half.
  await ana.page.setViewportSize({ width: 700, height: 150 });
  const pictures = ana.page.locator('.pictures');
  await expect.poll(() => pictures.evaluate(scrollDown)).toBeGreaterThan(100);
  await expectNothing(people, 'camera', ['Ben → Ana']);
  const windows = await measured(people);
  expect(only(windows, 'Ben → Ana').sentKbps('screen')).toBeGreaterThan(nothingKbps);
  await pictures.evaluate((element) => element.scrollTo(0, 0));
  await ana.seesMoving('Ben');
});

test('a small window on top shows whom it shows, though the page is hidden', async ({
  arrives,
}) => {
  const people = await three(arrives);
  const [ana, ben, cleo] = people;
  await cleo.presses('Mute');
  await ana.presses('More');
  const opening = ana.page.context().waitForEvent('page');
  await ana.presses('Small window on top');
  // It has room for one, who is whoever speaks.
  await expect((await opening).getByText(ben.name)).toBeVisible();
  await hide(ana, true);
  await expectNothing(people, 'camera', ['Cleo → Ana']);
  const windows = await measured(people);
  expect(only(windows, 'Ben → Ana').sentKbps('camera')).toBeGreaterThan(nothingKbps);
});

/** As engine/quality/picture.ts has it. */
const unseenEnlargement = 1.15;

type Three = readonly [Person, Person, Person];

async function three(arrives: (name: string, options: object) => Promise<Person>): Promise<Three> {
  const people = [
    await arrives('Ana', { picture }),
    await arrives('Ben', { picture }),
    await arrives('Cleo', { picture }),
  ] as const;
  await meet(people);
  return people;
}

async function showsScreen(sharing: Person, watching: Person): Promise<void> {
  await sharing.presses('Share screen');
  await watching.seesScreenOf(sharing.name);
}

/** Whether their picture arrives at Ana’s with the pixels of their tile there, or so few less that nobody sees it. */
async function isAsLargeAsShown(people: Three, name: string): Promise<boolean> {
  const [ana] = people;
  const place = await ana.tileOf(name).boundingBox();
  return (await widthOf(people, name)) >= (place?.width ?? Infinity) / unseenEnlargement;
}

/** How wide someone’s pictures arrive at Ana’s, now. */
async function widthOf(people: Three, from: string): Promise<number> {
  const links = await linksAmong(people);
  const link = links.find((each) => each.from === from && each.to === 'Ana');
  return link?.receiver.arrived.camera.frameWidth ?? 0;
}

/** Waits until no more frames are encoded for those, and then sees how much still goes over. */
async function expectNothing(people: Three, slot: Slot, names: readonly string[]): Promise<void> {
  const encoded = async () => {
    // So long that pictures would have gone meanwhile.
    const windows = await watchLinks(people, 1_000);
    return names.map((name) => only(windows, name).encodedPerSecond(slot));
  };
  await expect.poll(encoded).toEqual(names.map(() => 0));
  const windows = await measured(people);
  for (const name of names)
    expect(only(windows, name).sentKbps(slot), `${name}, ${slot}`).toBeLessThan(nothingKbps);
}

/** What goes over every link for some seconds. */
function measured(people: Three): Promise<readonly LinkWindow[]> {
  return watchLinks(people, windowMs);
}

function only(windows: readonly LinkWindow[], name: string): LinkWindow {
  const found = windows.find((each) => each.name === name);
  if (!found) throw new Error(`there is no link ${name}`);
  return found;
}

/** As if another tab were in front of the page: a browser without a window has nothing to hide behind. */
async function hide({ page }: Person, isHidden: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    isHidden ? 'hidden' : 'visible',
  );
}

/** Gives how far that is, in pixels; runs in the page. */
function scrollDown(element: Element): number {
  element.scrollTo(0, element.scrollHeight);
  return element.scrollTop;
}
