// Someone in front of a browser, in the words of what people do and see.
import {
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  expect,
} from '@playwright/test';
import { type Received, logConnections, received } from './connection-log.ts';
import { type Welcome, logWelcomes } from './welcomes.ts';

export interface PersonOptions {
  readonly browser: Browser;
  /** Where this person finds the server. */
  readonly origin: string;
  readonly name: string;
  /** Changes what this person's connections are made with; runs in the page, so it may use nothing outside itself. */
  readonly configure?: (configuration: RTCConfiguration) => RTCConfiguration;
}

export class Person {
  readonly name: string;
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #welcomes: readonly Welcome[];

  private constructor(name: string, context: BrowserContext, page: Page) {
    this.name = name;
    this.#context = context;
    this.page = page;
    this.#welcomes = logWelcomes(page);
  }

  /** A person with a browser profile of their own. */
  static async arrives({ browser, origin, name, configure }: PersonOptions): Promise<Person> {
    const context = await browser.newContext({ baseURL: origin });
    const page = await context.newPage();
    await logConnections(page, configure);
    return new Person(name, context, page);
  }

  /** Starts a call from the home page and takes a seat in it; gives its link. */
  startsCall(): Promise<string> {
    return this.#starts('Start a call');
  }

  /** The same without a key: its code can be read aloud. */
  startsOpenCall(): Promise<string> {
    return this.#starts('Start an open call');
  }

  /** Opens a call's link, at their own origin, and takes a seat. */
  async joins(link: string): Promise<void> {
    await this.opens(link);
    await this.#takesSeat();
  }

  /** Opens a call's link, at their own origin, and stands in the lobby. */
  async opens(link: string): Promise<void> {
    const { pathname, hash } = new URL(link);
    await this.page.goto(pathname + hash);
  }

  /** Opens it in one more tab of the same browser. */
  async opensTab(link: string): Promise<Page> {
    const tab = await this.#context.newPage();
    await tab.goto(link);
    return tab;
  }

  /** Every id the server has given this person. */
  get ids(): string[] {
    return [...new Set(this.#welcomes.map(({ self }) => self))];
  }

  /** Waits until the server, at some time after `sinceMs`, has given this person their own seat again; gives the time. */
  async isBackInSeat(sinceMs: number): Promise<number> {
    const [first] = this.#welcomes;
    const back = () =>
      this.#welcomes.find(
        ({ atMs, self, seated }) => atMs > sinceMs && seated && self === first?.self,
      );
    const message = `${this.name} is back in their own seat`;
    await expect.poll(back, { message, timeout: 30_000 }).toBeDefined();
    return back()?.atMs ?? Number.NaN;
  }

  async givesName(): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(this.name);
  }

  async presses(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  async opensChat(): Promise<void> {
    await this.presses('Chat');
    await expect(this.chatLines()).toHaveCount(0);
  }

  async says(line: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'Message' });
    await field.fill(line);
    await field.press('Enter');
  }

  chatLines(): Locator {
    return this.page.getByRole('log', { name: 'Chat' }).getByRole('listitem');
  }

  /** What this person is warned of. */
  alarm(): Locator {
    return this.page.getByRole('alert');
  }

  async opensPeople(): Promise<void> {
    const panel = this.page.getByRole('complementary', { name: 'People' });
    if (!(await panel.isVisible())) await this.presses('People');
    await expect(panel).toBeVisible();
  }

  /** The names of its signs, once there is one. */
  async safetyCode(): Promise<string[]> {
    await this.opensPeople();
    const signs = this.page.getByRole('list', { name: 'Safety code' }).getByRole('listitem');
    await expect(signs).toHaveCount(8);
    return signs.allInnerTexts();
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
    await expect.poll(() => isMoving(video), `${this.name} sees ${name} move`).toBe(true);
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

  async #starts(button: string): Promise<string> {
    await this.page.goto('/');
    await this.presses(button);
    await this.#takesSeat();
    return this.page.url();
  }

  async #takesSeat(): Promise<void> {
    await this.givesName();
    await this.presses('Join');
    await expect(this.page.getByRole('button', { name: 'Leave', exact: true })).toBeVisible();
  }
}

/** The first starts a call, the others join, and everyone sees and hears everyone. */
export async function meet([first, ...others]: readonly Person[]): Promise<void> {
  if (!first) return;
  const link = await first.startsCall();
  for (const other of others) await other.joins(link);
  for (const person of [first, ...others]) await person.receivesFrom(others.length);
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
