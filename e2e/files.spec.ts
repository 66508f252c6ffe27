// Files between people, from the hand of one to the disk of the other.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accepts, arrivalMs, megabyte, offers, savesToDownloads, test } from './file-exchange.ts';
import { bareChannelSpeed, sha256Of, watchHeap, writeLargeFile } from './large-file.ts';
import { blackPng } from './large-picture.ts';
import { type Person, meet } from './person.ts';
import { expect } from './served.ts';

const largeBytes = 200 * megabyte;
/** What a page may hold of it: pieces under way on both ends, and a picture of the call. */
const heldBytes = 48 * megabyte;

/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function meetInChat(ana: Person, ben: Person): Promise<void> {
  await savesToDownloads(ben);
  await meet([ana, ben]);
  for (const person of [ana, ben]) await person.presses('Chat');
}

test('[F2] [F4] 200 MB arrive as they were, and no page holds them', async ({
  arrives,
  folder,
}) => {
  test.setTimeout(2 * arrivalMs);
  const path = join(folder, 'large.bin');
  await writeLargeFile(path, largeBytes);
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await meetInChat(ana, ben);
  const bare = await bareChannelSpeed(ana.page, largeBytes / 4);
  await offers(ana, path);
  const heaps = await Promise.all([ana, ben].map(({ page }) => watchHeap(page)));
  const beganMs = Date.now();
  const { download } = await accepts(ben);
  const received = await download;
  const speed = largeBytes / ((Date.now() - beganMs) / 1_000);
  const held = await Promise.all(heaps.map((stop) => stop()));
  const whole = (bytes: number) => (bytes / megabyte).toFixed(1);
  console.log(
    `${whole(speed)} MB/s, ${(speed / bare).toFixed(2)} of a bare data channel's ${whole(bare)}; ` +
      `held by the sender's page ${whole(held[0] ?? 0)} MB, by the receiver's ${whole(held[1] ?? 0)} MB`,
  );
  expect(await sha256Of(await received.path())).toBe(await sha256Of(path));
  for (const bytes of held) expect(bytes).toBeLessThan(heldBytes);
  await ana.sees('Received and checked');
  await ben.sees('Saved and checked');
});

test('[F10] a picture is shown once it is here; nothing else is, and nothing that is declined', async ({
  arrives,
  folder,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await savesToDownloads(ben);
  await meet([ana, ben]);
  await ana.presses('Chat');
  const [shown, page] = [join(folder, 'view.png'), join(folder, 'page.html')];
  writeFileSync(shown, picture);
  writeFileSync(page, '<script>alert(1)</script>');
  await offers(ana, shown);
  await expect(
    ben.page.getByRole('button', { name: 'Chat', exact: true }),
  ).toHaveAccessibleDescription('1 new message');
  await ben.presses('Chat');
  const { download } = await accepts(ben);
  expect((await download).suggestedFilename()).toBe('view.png');
  const preview = ben.page.getByRole('img', { name: 'Preview of view.png' });
  await expect(preview).toBeVisible();
  const width = () =>
    preview.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth);
  await expect.poll(width).toBe(1);

  await offers(ana, page);
  await ben.presses('Decline');
  await ana.sees('Ben declined it.');
  await expect(ben.page.getByRole('img', { name: 'Preview of page.html' })).toHaveCount(0);
});

test('[F10] a picture of few bytes and very many pixels is saved, and not shown', async ({
  arrives,
  folder,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await meetInChat(ana, ben);
  for (const [name, width] of [
    ['fits.png', 6_000],
    ['bomb.png', 9_000],
  ] as const) {
    const path = join(folder, name);
    writeFileSync(path, blackPng(width, 6_000));
    await offers(ana, path);
    await (
      await accepts(ben)
    ).download;
  }
  const preview = ben.page.getByRole('img', { name: /^Preview/ });
  await expect(preview).toHaveCount(1);
  await expect(preview).toHaveAccessibleName('Preview of fits.png');
  await expect(preview).toHaveJSProperty('naturalWidth', 6_000);
});

test('what there was no room for can be saved once there is', async ({ arrives, folder }) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await meetInChat(ana, ben);
  await ben.page.evaluate(() =>
    Object.assign(navigator.storage, { estimate: () => Promise.resolve({ quota: 5, usage: 0 }) }),
  );
  const path = join(folder, 'note.txt');
  writeFileSync(path, 'more than five bytes');
  await offers(ana, path);
  await ben.presses('Save');
  await ben.sees('It is too large');
  await ben.page.evaluate(() => Reflect.deleteProperty(navigator.storage, 'estimate'));
  await accepts(ben);
  await ben.sees('Saved and checked');
});

test('files are dropped on the call, and go where the person chooses, in a browser that can ask', async ({
  arrives,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  // Instead of the dialog: a place that the test can look at.
  await ben.page.addInitScript(() => {
    const choose = async () => {
      const root = await navigator.storage.getDirectory();
      return root.getFileHandle('chosen', { create: true });
    };
    Object.assign(window, { showSaveFilePicker: choose });
  });
  await meet([ana, ben]);
  await ben.presses('Chat');
  await ana.page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['dropped'], 'note.txt', { type: 'text/plain' }));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true }));
  });
  await ben.presses('Save');
  await ben.sees('Saved and checked');
  const chosen = await ben.page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('chosen');
    return (await handle.getFile()).text();
  });
  expect(chosen).toBe('dropped');
});

test('what was kept for saving is gone when the browser comes to another call', async ({
  arrives,
  folder,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await meetInChat(ana, ben);
  const path = join(folder, 'kept.bin');
  await writeLargeFile(path, megabyte);
  await offers(ana, path);
  await (
    await accepts(ben)
  ).download;
  const kept = () =>
    ben.page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folders = await root.getDirectoryHandle('received', { create: true });
      const names: string[] = [];
      for await (const name of folders.keys()) names.push(name);
      return names;
    });
  expect(await kept()).toHaveLength(1);
  const [before] = await kept();
  await ben.page.reload();
  await ben.receivesFrom(1);
  await expect.poll(kept).not.toContain(before);
});
