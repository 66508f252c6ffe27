// What whoever started a call can do about who is in it.
import type { Person } from './person.ts';
import { type Served, expect, test } from './served.ts';

async function callOfTwo(arrives: Served['arrives']) {
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  const link = await ana.startsCall();
  await ben.joins(link);
  await ana.seesMoving('Ben');
  await ana.opensPeople();
  return { ana, ben, link };
}

/** Only a host has it. */
const controlsOf = ({ page }: Person) => page.getByRole('heading', { name: 'Host controls' });

test('[H3] whoever has to knock waits until a host lets them in', async ({ arrives }) => {
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  const link = await ana.startsCall();
  await ana.opensPeople();
  await ana.page.getByRole('radio', { name: /Whom a host lets in/ }).check();

  await ben.opens(link);
  await ben.givesName();
  await ben.presses('Ask to join');
  await ben.sees('Waiting for a host to let you in');
  await ana.presses('Deny');
  await ben.sees('The host did not let you in.');
  await ben.presses('Ask to join');
  await ana.presses('Close people');
  await ana.sees('Ben asks to come in.');
  await ana.presses('Admit');

  await ben.seesMoving('Ana');
  await ana.seesMoving('Ben');
});

for (const size of [
  { width: 1280, height: 600 },
  { width: 360, height: 740 },
])
  test(`[H3] a host sees who knocks, whatever else they look at in ${size.width} pixels`, async ({
    arrives,
  }) => {
    const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
    const link = await ana.startsCall();
    await ana.opensPeople();
    await ana.page.setViewportSize(size);
    await ana.page.getByRole('radio', { name: /Whom a host lets in/ }).check();
    await ana.page.getByRole('button', { name: 'End for all…' }).scrollIntoViewIfNeeded();
    await ben.opens(link);
    await ben.givesName();
    await ben.presses('Ask to join');
    await expect(ana.page.getByRole('button', { name: 'Admit' })).toBeInViewport({ ratio: 1 });
    await ana.presses('Deny');

    await ana.opensChat();
    await ben.presses('Ask to join');
    await ana.sees('Ben asks to come in.');
    await ana.presses('Admit');
    await ben.seesMoving('Ana');
  });

test('[H2] a closed call takes nobody new, and keeps who is in it', async ({ arrives }) => {
  const { ana, ben, link } = await callOfTwo(arrives);
  await ana.page.getByRole('radio', { name: /Nobody new/ }).check();
  const eve = await arrives('Eve');
  await eve.opens(link);
  await expect(eve.page.getByRole('button', { name: 'Join', exact: true })).toBeDisabled();
  await ben.page.reload();
  await ben.seesMoving('Ana');
});

test('[H6] whoever was removed comes back by no reload and in no other tab', async ({
  arrives,
}) => {
  const { ana, ben, link } = await callOfTwo(arrives);
  const tab = await ben.opensTab(link);
  await ana.presses('Options for Ben');
  await ana.presses('Remove…');
  await ana.page.getByRole('checkbox', { name: /close the call/i }).uncheck();
  await ana.presses('Remove');

  await ben.sees('The host removed you');
  await expect(ana.tileOf('Ben')).toHaveCount(0);
  await expect(tab.getByText('The host removed you').first()).toBeVisible();
  await ben.page.reload();
  await ben.sees('The host removed you');
  const another = await ben.opensTab(link);
  await expect(another.getByText('The host removed you').first()).toBeVisible();

  const eve = await arrives('Eve');
  await eve.joins(link);
  await eve.seesMoving('Ana');
});

test('[H5] whoever is asked to mute decides', async ({ arrives }) => {
  const { ana, ben } = await callOfTwo(arrives);
  await ana.presses('Options for Ben');
  await ana.presses('Ask to mute');
  await ben.sees('A host asks you to mute your microphone.');
  await ben.page.getByRole('button', { name: 'Mute', exact: true }).last().click();
  await expect(ana.tileOf('Ben').getByText('Muted')).toBeAttached();
});

test('[H1] [H7] the powers survive a reload, and go with whom they are handed to', async ({
  arrives,
}) => {
  const { ana, ben } = await callOfTwo(arrives);
  await ben.opensPeople();
  await expect(controlsOf(ben)).toHaveCount(0);
  await ana.page.reload();
  await ana.seesMoving('Ben');
  await ana.opensPeople();
  await expect(controlsOf(ana)).toBeVisible();

  await ana.presses('Options for Ben');
  await ana.presses('Make host…');
  await ana.presses('Make host');
  await expect(controlsOf(ben)).toBeVisible();
  await expect(controlsOf(ana)).toHaveCount(0);
  for (const person of [ana, ben]) await person.page.reload();
  for (const person of [ana, ben]) await person.opensPeople();
  await expect(controlsOf(ben)).toBeVisible();
  await expect(controlsOf(ana)).toHaveCount(0);
});

test('[H8] a host ends the call for everyone', async ({ arrives }) => {
  const { ana, ben } = await callOfTwo(arrives);
  await ana.presses('End for all…');
  await ana.presses('End for all');
  for (const person of [ana, ben]) await person.sees('The call was ended for everyone');
});
