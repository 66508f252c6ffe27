// Which process of this machine a browser is.
import type { Browser } from '@playwright/test';

/** The one that has started all its others. */
export async function processOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('a browser has a process of its own');
  return main.id;
}
