// Takes a picture of every screen, at three sizes, light and dark, in every language: .cache/screenshots/SCREEN/LOOK.png.
// .cache/screenshots/sheets has one picture for each look, with all the screens on it.
import { globSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Person } from '../person.ts';
import { resize, stories, usualSize } from '../screens.ts';
import { test } from '../served.ts';
import { type LanguageCode, languageCodes } from '../words.ts';
import { type Look, portrait } from './portrait.ts';
import { nameDevices, shareDocument } from './props.ts';
import { sheetOf } from './sheet.ts';

const folder = resolve('.cache/screenshots');
const sheets = join(folder, 'sheets');
const sizes = [
  { width: 1280, height: 800 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
];
const schemes = ['light', 'dark'] as const;

/** Everyone whom screens.ts has arrive. */
const looks: Readonly<Record<string, Look>> = {
  Ana: { wall: 165, clothes: 250, skin: 0.75, hair: 0.1 },
  Ben: { wall: 30, clothes: 200, skin: 0.35, hair: 0 },
  Eve: { wall: 265, clothes: 340, skin: 0.9, hair: 0.75 },
};

for (const language of languageCodes) {
  for (const [name, story] of Object.entries(stories)) {
    test(`${language}: ${name}`, async ({ arrives, playwright, launchOptions }) => {
      const browsers: Browser[] = [];
      await story({
        arrives: async (who) => {
          const args = [
            ...(launchOptions.args ?? []),
            `--use-file-for-fake-video-capture=${camera(who)}`,
          ];
          const browser = await playwright.chromium.launch({ ...launchOptions, args });
          browsers.push(browser);
          const person = await arrives(who, { browser, language });
          for (const prop of [nameDevices, shareDocument]) await person.page.addInitScript(prop);
          return person;
        },
        look: (screen, person) => shoot(screen, person, language),
      });
      for (const browser of browsers) await browser.close();
    });
  }
}

test('the sheets', async ({ page }) => {
  rmSync(sheets, { recursive: true, force: true });
  const taken = globSync(join(folder, '*/*.png'));
  mkdirSync(sheets, { recursive: true });
  for (const look of new Set(taken.map((path) => basename(path)))) {
    const shots = taken.filter((path) => basename(path) === look);
    await layOut(page, look, inOrder(shots));
  }
});

/** As they were taken, which is as the stories go. */
function inOrder(paths: readonly string[]): string[] {
  return paths.toSorted((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs);
}

async function layOut(page: Page, look: string, paths: readonly string[]): Promise<void> {
  const shots = paths.map((path) => ({ screen: basename(dirname(path)), path }));
  const sheet = join(sheets, `${look}.html`);
  writeFileSync(sheet, sheetOf(shots, Number.parseInt(look, 10)));
  await page.setViewportSize({ width: 1800, height: 1000 });
  await page.goto(`file://${sheet}`);
  await page.screenshot({ path: join(sheets, look), fullPage: true });
  rmSync(sheet);
}

async function shoot(screen: string, { page }: Person, language: LanguageCode): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('video')].every(({ readyState }) => readyState >= 2),
  );
  for (const size of sizes) {
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await resize(page, size);
      const look = `${size.width}x${size.height}-${colorScheme}-${language}`;
      await page.screenshot({ path: join(folder, screen, `${look}.png`), caret: 'initial' });
    }
  }
  await resize(page, usualSize);
}

/** The path of what that person's camera shows. */
function camera(who: string): string {
  const look = looks[who];
  if (!look) throw new Error(`${who} has no look: give them one in screens.shots.ts`);
  mkdirSync('.cache', { recursive: true });
  const path = resolve(`.cache/camera-of-${who}.y4m`);
  writeFileSync(path, portrait(look));
  return path;
}
