// Handing files over in a call, as people do it, for tests of files.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download } from '@playwright/test';
import type { Person } from './person.ts';
import { expect, test as served } from './served.ts';

export const megabyte = 1_000_000;
/** However busy the machine is. */
export const arrivalMs = 120_000;

export const test = served.extend<{ folder: string }>({
  /** For files; gone when the test ends. */
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-files-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

/**
 * Someone whose browser can't ask where to save, as it is with most: what is received is downloaded. A test can't answer
 * the dialog of those that can.
 */
export async function savesToDownloads({ page }: Person): Promise<void> {
  await page.addInitScript('delete window.showSaveFilePicker');
}

/** Chooses files by the button in the chat. */
export async function offers({ page }: Person, ...paths: string[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Send files' }).click();
  await (await choosing).setFiles(paths);
}

/** Takes what is offered; the download begins when all of it is here. */
export async function accepts(person: Person): Promise<{ readonly download: Promise<Download> }> {
  const download = person.page.waitForEvent('download', { timeout: arrivalMs });
  await person.presses('Save');
  return { download };
}

/** How much of a file is on the receiver's disk, in bytes; undefined unless it is on its way. */
export async function bytesOnDisk({ page }: Person, name: string): Promise<number | undefined> {
  const bar = page.getByRole('progressbar', { name: `Progress of ${name}` });
  const value = await bar.getAttribute('value', { timeout: 1_000 }).catch(() => null);
  return value === null ? undefined : Number(value);
}

/** Waits until more of it is there than `before`. */
export async function moves(person: Person, name: string, before: number): Promise<void> {
  const isFurther = async () => ((await bytesOnDisk(person, name)) ?? 0) > before;
  await expect.poll(isFurther, { message: `${name} moves on`, timeout: 60_000 }).toBe(true);
}
