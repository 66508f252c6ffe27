// What stands for people of whom there is no picture.
import type { Locator } from '@playwright/test';
import { expect, test } from './served.ts';

test('where a picture is low, the face is in the middle of what the name leaves', async ({
  arrives,
}) => {
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  await ben.joins(await ana.startsCall());
  await ana.seesMoving('Ben');
  await ana.page.setViewportSize({ width: 768, height: 700 });
  await ana.presses('Turn camera off');
  await expect.poll(() => ana.tileOf('You').evaluate(unevennessAboutFace)).toBeLessThan(2);
});

test('everyone has one colour, whoever looks, from the lobby on', async ({ arrives }) => {
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  const link = await ana.startsCall();
  await ana.presses('Turn camera off');
  await ben.opens(link);
  await ben.sees('Ana is here');
  const seen = await colourOf(ben.page.locator('.who-is-inside'));
  await ben.presses('Turn camera off');
  const before = await colourOf(ben.page.locator('.preview'));
  await ben.givesName();
  await ben.presses('Join');
  for (const [person, other] of [
    [ana, ben],
    [ben, ana],
  ] as const) {
    await expect(other.tileOf(person.name)).toBeVisible();
    await person.opensPeople();
    const mirrored = await colourOf(person.tileOf('You'));
    expect(await colourOf(person.page.getByRole('complementary'))).toBe(mirrored);
    expect(await colourOf(other.tileOf(person.name))).toBe(mirrored);
    expect(person === ana ? seen : before).toBe(mirrored);
  }
});

/** Of the first face without a picture in it. */
function colourOf(place: Locator): Promise<string> {
  return place
    .locator('.avatar')
    .first()
    .evaluate((avatar) => getComputedStyle(avatar).backgroundColor);
}

/** How much more space there is on one side of it than on the other, up to the edge and down to the name; runs in the page. */
function unevennessAboutFace(tile: Element): number {
  const boxOf = (part: string) => tile.querySelector(part)?.getBoundingClientRect();
  const [face, name] = [boxOf('.avatar'), boxOf('.tile__label')];
  if (!face || !name) return Number.POSITIVE_INFINITY;
  const above = face.top - tile.getBoundingClientRect().top;
  return Math.abs(above - (name.top - face.bottom));
}
