// Cameras, microphones, speakers and screens changed in the middle of a call, of which the connection notices nothing.
import type { Page } from '@playwright/test';
import { descriptionsSet } from './connection-log.ts';
import { type Person, meet } from './person.ts';
import { expect, test } from './served.ts';

/** In the lobby there is a button for them, in the call it is under "More". */
async function opensSettings({ page }: Person): Promise<void> {
  const ofName = { name: 'Settings', exact: true };
  const settings = page.getByRole('button', ofName).or(page.getByRole('menuitem', ofName));
  const more = page.getByRole('button', { name: 'More', exact: true });
  await settings.or(more).first().waitFor();
  if (!(await settings.isVisible())) await more.click();
  await settings.click();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
}

/** What the newest live track of a kind is, and what is done to it. */
function newestTrack(page: Page, kind: 'audio' | 'video') {
  return page.evaluate((wanted) => {
    const track = window.connectionLog.captured.findLast(
      ({ kind: given, readyState }) => given === wanted && readyState === 'live',
    );
    return { hint: track?.contentHint, ...track?.getSettings() };
  }, kind);
}

test('in the lobby, settings change the microphone, and the test sound can be heard', async ({
  arrives,
}) => {
  const ana = await arrives('Ana');
  await ana.page.goto('/');
  await ana.presses('Start a call');
  await opensSettings(ana);
  const dialog = ana.page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.locator('video')).toBeVisible();
  await expect(dialog.getByLabel('Speaker')).toBeVisible();

  await dialog.getByRole('button', { name: 'Test sound' }).click();
  await expect(dialog.getByRole('button', { name: 'Playing…' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Test sound' })).toBeVisible();

  expect((await newestTrack(ana.page, 'audio')).noiseSuppression).toBe(true);
  await dialog.getByRole('switch', { name: 'Noise suppression' }).click();
  await expect
    .poll(async () => (await newestTrack(ana.page, 'audio')).noiseSuppression)
    .toBe(false);

  await ana.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(ana.page.getByRole('button', { name: 'Settings', exact: true })).toBeFocused();
});

test('all lists in the settings look alike', async ({ arrives }) => {
  const ana = await arrives('Ana');
  await ana.page.goto('/');
  await ana.presses('Start a call');
  await opensSettings(ana);
  const dialog = ana.page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.getByLabel('Speaker')).toBeVisible();
  const looks = await dialog.locator('select').evaluateAll((lists) =>
    lists.map((list) => {
      const { borderColor, backgroundColor, color, height } = getComputedStyle(list);
      return [borderColor, backgroundColor, color, height].join(' ');
    }),
  );
  expect(looks).toHaveLength(4);
  expect(new Set(looks).size, looks.join('\n')).toBe(1);
});

test('another camera and another sound in the middle of a call: nothing is negotiated, and the others go on seeing', async ({
  arrives,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await meet([ana, ben]);
  await ana.seesMoving('Ben');
  const before = await descriptionsSet(ana.page);
  const firstCamera = await newestTrack(ben.page, 'video');
  expect(firstCamera.hint).toBe('motion');

  await opensSettings(ben);
  const dialog = ben.page.getByRole('dialog', { name: 'Settings' });
  // Chromium's second is one for depth, which no call can send.
  await dialog.getByLabel('Camera', { exact: true }).selectOption({ label: 'fake_device_2' });
  await expect
    .poll(async () => (await newestTrack(ben.page, 'video')).deviceId)
    .not.toBe(firstCamera.deviceId);
  await ana.seesMoving('Ben');

  await dialog.getByRole('switch', { name: 'Noise suppression' }).click();
  await expect
    .poll(async () => (await newestTrack(ben.page, 'audio')).noiseSuppression)
    .toBe(false);
  expect((await newestTrack(ben.page, 'audio')).hint).toBe('speech');
  await dialog.getByRole('button', { name: 'Close settings' }).click();

  await ana.receivesFrom(1);
  expect(await descriptionsSet(ana.page)).toBe(before);
});

test('the others are heard on the speaker one chose, and go on being heard as it changes', async ({
  arrives,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await meet([ana, ben]);
  const sound = ben.page.locator('audio').first();
  const sinkOf = () => sound.evaluate((audio: HTMLAudioElement) => audio.sinkId);
  expect(await sinkOf()).toBe('');
  await sound.evaluate((audio) => audio.setAttribute('data-first', ''));

  await opensSettings(ben);
  const list = ben.page.getByRole('dialog', { name: 'Settings' }).getByLabel('Speaker');
  await list.selectOption({ label: 'Fake Audio Output 2' });
  await expect.poll(sinkOf).toBe(await list.inputValue());
  expect(await sound.getAttribute('data-first')).toBe('');
  await ben.receivesFrom(1);
});

test('a shared screen is sharp at first, and fluent when one likes, without a new description', async ({
  arrives,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await meet([ana, ben]);
  await ana.seesMoving('Ben');
  const before = await descriptionsSet(ana.page);

  await ben.presses('Share screen');
  const screen = ana.page.getByLabel("Ben's screen").locator('video');
  const widthOfScreen = () => screen.evaluate((video: HTMLVideoElement) => video.videoWidth);
  await expect.poll(widthOfScreen).toBeGreaterThan(0);
  expect((await newestTrack(ben.page, 'video')).hint).toBe('detail');
  expect((await newestTrack(ben.page, 'audio')).hint).toBe('music');

  await ben.page.getByText('Video (fluent)').click();
  await expect(ben.page.getByRole('radio', { name: 'Video (fluent)' })).toBeChecked();
  expect((await newestTrack(ben.page, 'video')).hint).toBe('motion');
  await expect.poll(widthOfScreen).toBeGreaterThan(0);
  expect(await descriptionsSet(ana.page)).toBe(before);
});

test('without any device one comes in all the same, and sees and hears the others', async ({
  arrives,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await ben.page.addInitScript(() => {
    const { mediaDevices } = navigator;
    mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
    mediaDevices.enumerateDevices = () => Promise.resolve([]);
  });
  const link = await ana.startsCall();
  await ben.opens(link);
  await ben.sees('No camera and no microphone found.');
  await ben.joins(link);
  await ben.seesMoving('Ana');
  await ben.receivesFrom(1);
  await expect(ana.tileOf('Ben').getByText('Muted')).toBeAttached();
});
