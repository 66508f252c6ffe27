// Someone in front of a Firefox, in the words of person.ts. Playwright drives only a Firefox of its own build, so this one is
// driven by WebDriver BiDi.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Browser, type Page, launch } from 'puppeteer-core';
import { firefoxPath } from '../scripts/system-packages.ts';
import { type ScriptedPage, hasBroughtMore, logConnections, received } from './connection-log.ts';

const preferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  // Of the tab it shows, in place of a screen.
  'media.getusermedia.browser.enabled': true,
  // Sound needs no click.
  'media.autoplay.default': 0,
  'intl.accept_languages': 'en',
  // Else it asks its maker for settings; a release lets itself be told otherwise by MOZ_REMOTE_SETTINGS_DEVTOOLS only.
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

export class FirefoxPerson {
  readonly name: string;
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #scripted: ScriptedPage;
  readonly #origin: string;
  readonly #home: string;

  private constructor(parts: {
    name: string;
    browser: Browser;
    page: Page;
    origin: string;
    home: string;
  }) {
    this.name = parts.name;
    this.#browser = parts.browser;
    this.#page = parts.page;
    this.#scripted = scripted(parts.page);
    this.#origin = parts.origin;
    this.#home = parts.home;
  }

  /** A person with a browser of their own. */
  static async arrives(origin: string, name: string): Promise<FirefoxPerson> {
    const home = mkdtempSync(join(tmpdir(), 'earshot-firefox-'));
    const browser = await launch({
      browser: 'firefox',
      executablePath: firefoxPath() ?? 'firefox',
      env: { ...process.env, HOME: home, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
      extraPrefsFirefox: {
        ...preferences,
        'browser.download.folderList': 2, // The folder that `dir` names.
        'browser.download.dir': home,
      },
    });
    const page = await browser.newPage();
    await logConnections(scripted(page));
    await page.evaluateOnNewDocument(shareTabWithoutScreen);
    return new FirefoxPerson({ name, browser, page, origin, home });
  }

  async startsCall(): Promise<string> {
    await this.#page.goto(this.#origin);
    await this.presses('Start a call');
    await this.#takesSeat();
    return this.#page.url();
  }

  async joins(link: string): Promise<void> {
    await this.#page.goto(link);
    await this.#takesSeat();
  }

  async presses(button: string): Promise<void> {
    await this.#page.locator(`aria/${button}[role="button"]`).click();
  }

  async opensChat(): Promise<void> {
    await this.presses('Chat');
  }

  async says(line: string): Promise<void> {
    await this.#page.locator('aria/Message[role="textbox"]').fill(line);
    await this.#page.keyboard.press('Enter');
  }

  async reads(line: string): Promise<void> {
    const lines = () =>
      this.#page.$$eval('[role="log"] li', (items) => items.map(({ textContent }) => textContent));
    await expect.poll(lines).toContainEqual(expect.stringContaining(line));
  }

  /** Chooses a file to send, in the chat, which is open. */
  async offers(path: string): Promise<void> {
    const chooser = await this.#page.waitForSelector('input[type=file]');
    if (!chooser) throw new Error('puppeteer waits or throws');
    await chooser.uploadFile(path);
  }

  /** Takes what is offered by that name; gives the path of what has come. */
  async takes(name: string): Promise<string> {
    await this.presses('Save');
    const path = join(this.#home, name);
    // Until it is complete, Firefox keeps it under another name, and an empty file by this one.
    const bytes = () => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    await expect.poll(bytes, `${name} is on the disk`).toBeGreaterThan(0);
    return path;
  }

  seesMoving(name: string): Promise<void> {
    return this.#seesVideo(`article[aria-label="${name}"]`);
  }

  seesScreenOf(name: string): Promise<void> {
    return this.#seesVideo(`[aria-label="${name}'s screen"]`);
  }

  async receivesFrom(count: number): Promise<void> {
    const before = await received(this.#scripted);
    await expect
      .poll(async () => {
        const now = await received(this.#scripted);
        return now.filter((each, index) => hasBroughtMore(each, before[index])).length;
      })
      .toBe(count);
  }

  async goesAway(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#home, { recursive: true, force: true });
  }

  async #takesSeat(): Promise<void> {
    await this.#page.locator('aria/Your name[role="textbox"]').fill(this.name);
    await this.presses('Join');
    await this.#page.locator('aria/Leave[role="button"]').wait();
  }

  async #seesVideo(within: string): Promise<void> {
    const time = () =>
      this.#page.$$eval(`${within} video`, (videos) =>
        videos.map((video) => (video.videoWidth > 0 ? video.currentTime : 0)),
      );
    const [before = 0] = await time();
    await expect
      .poll(async () => (await time())[0], `${this.name} sees ${within} move`)
      .toBeGreaterThan(before);
  }
}

function scripted(page: Page): ScriptedPage {
  return {
    addInitScript: (script) => page.evaluateOnNewDocument(script),
    evaluate: (run: (arg: never) => unknown, arg?: unknown) => page.evaluate(run, arg as never),
  } as ScriptedPage;
}

/** A Firefox without a window finds no screen to share. Then it is the tab it shows, which Firefox can capture, too. */
function shareTabWithoutScreen(): void {
  const { mediaDevices } = navigator;
  const getDisplayMedia = mediaDevices.getDisplayMedia.bind(mediaDevices);
  mediaDevices.getDisplayMedia = async (options) => {
    try {
      return await getDisplayMedia(options);
    } catch (error) {
      // Whatever else it has against what it is asked would be a finding.
      if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
      const tab: object = { mediaSource: 'browser' };
      return mediaDevices.getUserMedia({ video: tab });
    }
  };
}
