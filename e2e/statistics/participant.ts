// One end of a recorded call: a browser on a host of its own, or, if it is Firefox, on the one that the relay is on.
import type { Film } from '../film.ts';
import { openFirefox } from '../firefox-browser.ts';
import { Host } from '../host.ts';
import config from '../playwright.config.ts';
import { type Link, type Look, installCallPage } from './call-page.ts';

export interface ParticipantOptions {
  readonly name: string;
  readonly film: Film;
  /** Of a page that may use devices; it can be empty. */
  readonly origin: string;
}

export interface ChromiumOptions extends ParticipantOptions {
  /** Tells hosts apart, from 1. */
  readonly number: number;
  readonly processor?: number;
}

/** What there is of a page in either driver. */
interface Page {
  evaluate<Arg, Result>(run: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result>;
}

interface Parts {
  readonly name: string;
  readonly version: string;
  readonly host?: Host;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

const preferences = { 'media.peerconnection.ice.obfuscate_host_addresses': false };

export class Participant {
  readonly name: string;
  readonly version: string;
  /** Of a Chromium's. */
  readonly host: Host | undefined;
  readonly #page: Page;
  readonly #close: () => Promise<void>;

  private constructor({ name, version, host, page, close }: Parts) {
    this.name = name;
    this.version = version;
    this.host = host;
    this.#page = page;
    this.#close = close;
  }

  static async withChromium({ name, ...options }: ChromiumOptions): Promise<Participant> {
    const launchOptions = config.use?.launchOptions ?? {};
    const host = await Host.open({ ...options, launchOptions });
    const page = await host.browser.newPage();
    await page.goto(options.origin);
    await preparePage(page, options.film);
    const version = `Chromium ${host.browser.version()}`;
    return new Participant({ name, version, host, page, close: () => host.close() });
  }

  static async withFirefox({ name, film, origin }: ParticipantOptions): Promise<Participant> {
    const { browser, close } = await openFirefox(() => preferences);
    const tab = await browser.newPage();
    await tab.goto(origin);
    const page: Page = { evaluate: (run, arg) => tab.evaluate(run as never, arg as never) };
    await preparePage(page, film);
    const version = await browser.version();
    return new Participant({ name, version, page, close });
  }

  /** `linkOf` gives what each of the two has of the connection. */
  async calls(
    other: Participant,
    linkOf: (own: Participant, other: Participant) => Link,
  ): Promise<void> {
    const link = linkOf(this, other);
    const offer = await this.#page.evaluate((given) => window.callPage.offer(given), link);
    const answer = await other.#page.evaluate(
      (given) => window.callPage.answer(given.link, given.offer),
      { link: linkOf(other, this), offer },
    );
    await this.#page.evaluate((given) => window.callPage.accept(given.id, given.answer), {
      id: link.id,
      answer,
    });
  }

  isConnected(): Promise<boolean> {
    return this.#page.evaluate(() => window.callPage.connected(), undefined);
  }

  look(count: number): Promise<Look[]> {
    return this.#page.evaluate((looks) => window.callPage.look(looks), count);
  }

  async leaves(): Promise<void> {
    await this.#close();
  }
}

async function preparePage(page: Page, film: Film): Promise<void> {
  await page.evaluate(installCallPage, undefined);
  await page.evaluate((camera) => window.callPage.open(camera), film);
}
