// People meeting, and what they can do to each other's picture and sound.
import { descriptionsSet, liveTracks, received } from './connection-log.ts';
import { expect, test } from './served.ts';

/** A person notices a second; a page that takes longer to show it was not told. */
const noticedWithinMs = 1_000;

test('two people meet: each plays the frames and the sound of the other', async ({ arrives }) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await ben.joins(await ana.startsCall());

  await ana.seesMoving('Ben');
  await ben.seesMoving('Ana');
  await ana.receivesFrom(1);
  await ben.receivesFrom(1);
});

test('whoever looks in from the lobby sees who is inside', async ({ arrives }) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  const link = await ana.startsCall();
  await ben.page.goto(link);
  await ben.sees('Ana is here');
  await expect(ana.tileOf('Ben')).toHaveCount(0);
});

test('a reload comes back into the call', async ({ arrives }) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await ben.joins(await ana.startsCall());
  await ana.seesMoving('Ben');

  await ben.page.reload();

  await ben.seesMoving('Ana');
  await ana.seesMoving('Ben');
  await expect(ana.page.getByRole('article')).toHaveCount(2);
});

test('a reload comes back, but a link opened anew asks first', async ({ arrives }) => {
  const ana = await arrives('Ana');
  const link = await ana.startsCall();
  await ana.page.goto('about:blank');
  await ana.page.goto(link);
  await expect(ana.page.getByRole('button', { name: 'Join', exact: true })).toBeVisible();
});

test('a link that loses its key in the middle of a call gets it back', async ({ arrives }) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await ben.joins(await ana.startsCall());
  await ana.seesMoving('Ben');
  const address = ben.page.url();
  await ben.page.evaluate(() => {
    location.hash = 'elsewhere';
  });
  await ben.receivesFrom(1);
  expect(ben.page.url()).toBe(address);
  expect(await received(ben.page)).toHaveLength(1);
});

test('leaving is seen by the others within a second, and has its own page', async ({ arrives }) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await ben.joins(await ana.startsCall());
  await ana.seesMoving('Ben');

  await ben.leaves();

  await expect(ana.tileOf('Ben')).toHaveCount(0, { timeout: noticedWithinMs });
  await ben.sees('You left the call');
  expect(await liveTracks(ben.page)).toBe(0);

  await ben.presses('Rejoin');
  await ben.presses('Join');
  await ben.seesMoving('Ana');
});

test('a closed tab is seen by the others within a second', async ({ arrives }) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await ben.joins(await ana.startsCall());
  await ana.seesMoving('Ben');

  await ben.page.close();

  await expect(ana.tileOf('Ben')).toHaveCount(0, { timeout: noticedWithinMs });
});

test('the camera goes off for real and on again without a new SDP exchange', async ({
  arrives,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await ben.joins(await ana.startsCall());
  await ana.seesMoving('Ben');
  await ben.seesMoving('Ana');
  const before = await descriptionsSet(ana.page);

  await ben.presses('Turn camera off');
  await expect(ana.tileOf('Ben').locator('video')).toHaveCount(0);
  expect(await liveTracks(ben.page, 'video')).toBe(0);

  await ben.presses('Turn camera on');
  await ana.seesMoving('Ben');
  expect(await descriptionsSet(ana.page)).toBe(before);
});

test('a muted microphone sends nothing and is marked', async ({ arrives }) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await ben.joins(await ana.startsCall());
  await ana.receivesFrom(1);

  await ben.presses('Mute');
  await expect(ana.tileOf('Ben').getByText('Muted')).toBeAttached();
  // Two readings are equal once what was under way has arrived.
  await expect
    .poll(async () => {
      const [first] = await received(ana.page);
      await ana.seesMoving('Ben');
      const [second] = await received(ana.page);
      return first && second && second.audioEnergy - first.audioEnergy;
    })
    .toBe(0);

  await ben.presses('Unmute');
  await ana.receivesFrom(1);
});

test('a shared screen appears to the others, and goes', async ({ arrives }) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await ben.joins(await ana.startsCall());
  await ana.seesMoving('Ben');
  const before = await descriptionsSet(ana.page);

  await ben.presses('Share screen');
  const screen = ana.page.getByLabel("Ben's screen").locator('video');
  await expect
    .poll(() => screen.evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(0);

  await ben.presses('Stop sharing');
  await expect(screen).toHaveCount(0);
  expect(await descriptionsSet(ana.page)).toBe(before);
});
