// Someone in front of a browser, in the words of what people do and see.
import {
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  expect,
} from '@playwright/test';
import { type LogOptions, hasBroughtMore, logConnections, received } from './connection-log.ts';
import { type Welcome, logWelcomes } from './welcomes.ts';
import { type LanguageCode, browserLocales, wordIn } from './words.ts';

export interface PersonOptions extends LogOptions {
  readonly browser: Browser;
  /** Where this person finds the server. */
  readonly origin: string;
  readonly name: string;
  /** Of their window. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What their browser speaks; tests name everything in English. */
  readonly language?: LanguageCode;
}

export class Person {
  readonly name: string;
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #welcomes: readonly Welcome[];
  readonly #language: LanguageCode;

  private constructor(page: Page, { name, language = 'en' }: PersonOptions) {
    this.name = name;
    this.#context = page.context();
    this.page = page;
    this.#welcomes = logWelcomes(page);
    this.#language = language;
  }

  /** A person with a browser profile of their own. */
  static async arrives(options: PersonOptions): Promise<Person> {
    const { browser, origin, viewport, language = 'en' } = options;
    const locale = browserLocales[language];
    const window = viewport ? { viewport } : {};
    const context = await browser.newContext({ baseURL: origin, locale, ...window });
    const page = await context.newPage();
    await logConnections(page, options);
    return new Person(page, options);
  }

  /** What is called so in English is called so on this person's screen. */
  word(english: string): string {
    return wordIn(this.#language, english);
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
    await this.page.getByRole('textbox', { name: this.word('Your name') }).fill(this.name);
  }

  async presses(button: string): Promise<void> {
    await this.page.getByRole('button', { name: this.word(button), exact: true }).click();
  }

  async opensChat(): Promise<void> {
    await this.presses('Chat');
    await expect(this.#chatLog()).toBeVisible();
  }

  async says(line: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: this.word('Message') });
    await field.fill(line);
    await field.press('Enter');
  }

  chatLines(): Locator {
    return this.#chatLog().getByRole('listitem');
  }

  /** What this person is warned of. */
  alarm(): Locator {
    return this.page.getByRole('alert');
  }

  async opensPeople(): Promise<void> {
    const panel = this.page.getByRole('complementary', { name: this.word('People') });
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

  /** What that person shows of their screen moves. */
  async seesScreenOf(name: string): Promise<void> {
    const video = this.page.getByLabel(this.word(`${name}'s screen`)).locator('video');
    await expect.poll(() => isMoving(video), `${this.name} sees ${name}'s screen`).toBe(true);
  }

  /** Somebody has said it in the chat, which is open. */
  async reads(line: string): Promise<void> {
    await expect(this.chatLines().filter({ hasText: line })).toHaveCount(1);
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
        return now.filter((each, index) => hasBroughtMore(each, before[index])).length;
      })
      .toBe(count);
  }

  #chatLog(): Locator {
    return this.page.getByRole('log', { name: this.word('Chat') });
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
    const leave = this.page.getByRole('button', { name: this.word('Leave'), exact: true });
    await expect(leave).toBeVisible();
  }
}

/** The first starts a call, the others join, and everyone sees and hears everyone. */
export async function meet([first, ...others]: readonly Person[]): Promise<void> {
  if (!first) return;
  const link = await first.startsCall();
  for (const other of others) await other.joins(link);
  for (const person of [first, ...others]) await person.receivesFrom(others.length);
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
