// A Firefox of Debian's, driven by WebDriver BiDi: Playwright drives only one of its own build.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { firefoxPath } from '../scripts/system-packages.ts';

type Preferences = Readonly<Record<string, string | number | boolean>>;

const preferences: Preferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  // Sound needs no click.
  'media.autoplay.default': 0,
  // Else it asks its maker for settings; a release lets itself be told otherwise by MOZ_REMOTE_SETTINGS_DEVTOOLS only.
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

export interface Firefox {
  readonly browser: Browser;
  /** A folder of its own; gone when it is closed. */
  readonly home: string;
  readonly close: () => Promise<void>;
}

/** `more` gives the preferences of this one, by its home. */
export async function openFirefox(more: (home: string) => Preferences): Promise<Firefox> {
  const home = mkdtempSync(join(tmpdir(), 'earshot-firefox-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefoxPath() ?? 'firefox',
    env: { ...process.env, HOME: home, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: { ...preferences, ...more(home) },
  });
  const close = async () => {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { browser, home, close };
}
