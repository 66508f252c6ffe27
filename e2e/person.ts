// Someone in front of a browser, in the words of what people do and see.
import {
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  expect,
} from '@playwright/test';
import { type Received, logConnections, received } from './connection-log.ts';

export interface PersonOptions {
  readonly browser: Browser;
  readonly origin: string;
  readonly name: string;
  /** Changes what this person's connections are made with; runs in the page, so it may use nothing outside itself. */
  readonly configure?: (configuration: RTCConfiguration) => RTCConfiguration;
}

export class Person {
  readonly name: string;
  readonly page: Page;
  readonly #context: BrowserContext;

  private constructor(name: string, context: BrowserContext, page: Page) {
    this.name = name;
    this.#context = context;
    this.page = page;
  }

  /** A person with a browser profile of their own. */
  static async arrives({ browser, origin, name, configure }: PersonOptions): Promise<Person> {
    const context = await browser.newContext({ baseURL: origin });
    const page = await context.newPage();
    await logConnections(page, configure);
    return new Person(name, context, page);
  }

  /** Starts a call from the home page and takes a seat in it; gives its link. */
  async startsCall(): Promise<string> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name: 'Start a call' }).click();
    await this.#takesSeat();
    return this.page.url();
  }

  /** Opens a call's link and takes a seat. */
  async joins(link: string): Promise<void> {
    await this.page.goto(link);
    await this.#takesSeat();
  }

  async givesName(): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(this.name);
  }

  async presses(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  async leaves(): Promise<void> {
    await this.presses('Leave');
  }

  async goesAway(): Promise<void> {
    await this.#context.close();
  }

  tileOf(name: string): Locator {
    return this.page.getByRole('article', { name, exact: true });
  }

  /** The picture in the tile moves: its video has a size and its time goes on. */
  async seesMoving(name: string): Promise<void> {
    const video = this.tileOf(name).locator('video');
    await expect.poll(() => isMoving(video)).toBe(true);
  }

  async sees(text: string): Promise<void> {
    await expect(this.page.getByText(text).first()).toBeVisible();
  }

  /** Waits until each of `count` connections has brought new frames and sound. */
  async receivesFrom(count: number): Promise<void> {
    const before = await received(this.page);
    await expect
      .poll(async () => {
        const now = await received(this.page);
        return now.filter((each, index) => isMore(each, before[index])).length;
      })
      .toBe(count);
  }

  async #takesSeat(): Promise<void> {
    await this.givesName();
    await this.presses('Join');
    await expect(this.page.getByRole('button', { name: 'Leave', exact: true })).toBeVisible();
  }
}

function isMore(now: Received, before: Received | undefined): boolean {
  return (
    now.state === 'connected' &&
    now.videoFrames > (before?.videoFrames ?? 0) &&
    now.audioEnergy > (before?.audioEnergy ?? 0)
  );
}

function isMoving(video: Locator): Promise<boolean> {
  return video.evaluate(async (element) => {
    if (!(element instanceof HTMLVideoElement) || element.videoWidth === 0) return false;
    const before = element.currentTime;
    await new Promise((resolve) => {
      element.requestVideoFrameCallback(resolve);
    });
    return element.currentTime > before;
  });
}
