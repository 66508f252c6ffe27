// Someone in front of a Firefox, in the words of person.ts.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { type ScriptedPage, hasBroughtMore, logConnections, received } from './connection-log.ts';
import { type Firefox, openFirefox } from './firefox-browser.ts';

const preferences = {
  // Of the tab it shows, in place of a screen.
  'media.getusermedia.browser.enabled': true,
  'intl.accept_languages': 'en',
  'browser.download.folderList': 2, // The folder that `dir` names.
};

export class FirefoxPerson {
  readonly name: string;
  readonly #firefox: Firefox;
  readonly #page: Page;
  readonly #scripted: ScriptedPage;
  readonly #origin: string;

  private constructor(parts: { name: string; firefox: Firefox; page: Page; origin: string }) {
    this.name = parts.name;
    this.#firefox = parts.firefox;
    this.#page = parts.page;
    this.#scripted = scripted(parts.page);
    this.#origin = parts.origin;
  }

  /** A person with a browser of their own. */
  static async arrives(origin: string, name: string): Promise<FirefoxPerson> {
    const firefox = await openFirefox((home) => ({ ...preferences, 'browser.download.dir': home }));
    const page = await firefox.browser.newPage();
    await logConnections(scripted(page));
    await page.evaluateOnNewDocument(shareTabWithoutScreen);
    return new FirefoxPerson({ name, firefox, page, origin });
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
    const path = join(this.#firefox.home, name);
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
    await this.#firefox.close();
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
