// Parts of the engine in a page of their own, for what can only be measured in a browser.
import type { Page } from '@playwright/test';
import { build } from 'vite';

/** Opens a secure page from which each of `entries` can be imported, under its name. */
export async function openPageWith(
  page: Page,
  entries: Readonly<Record<string, string>>,
): Promise<void> {
  const names = Object.keys(entries);
  const bundles = await Promise.all(names.map((name) => bundleOf(entries[name] ?? '')));
  const files = new Map(names.map((name, index) => [name, bundles[index]]));
  await page.route('https://earshot.test/**', (route) => {
    const file = files.get(new URL(route.request().url()).pathname);
    const type = file === undefined ? 'text/html' : 'text/javascript';
    return route.fulfill({ contentType: type, body: file ?? '<!doctype html>' });
  });
  await page.goto('https://earshot.test/');
}

/** The engine's own code, as a module that any page can import. */
async function bundleOf(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (!bundle || !('output' in bundle)) throw new Error('a build that is not watched has output');
  return bundle.output[0].code;
}
