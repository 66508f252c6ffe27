// Every screen against the rules of the WCAG 2.2, levels A and AA, and what is good practice beside them, as far as a program
// can tell: light and dark, wide and narrow.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Person } from './person.ts';
import { resize, stories, usualSize } from './screens.ts';
import { expect, test } from './served.ts';

declare global {
  interface Window {
    readonly axe?: { run(options: RunOptions): Promise<AxeResults> };
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** No colour depends on the width, and no place on the scheme: each once is enough. */
const looks = [
  { width: 1280, height: 800, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
] as const;

for (const [name, story] of Object.entries(stories)) {
  test(`nothing stands in anyone's way ${name}`, async ({ arrives }) => {
    test.setTimeout(180_000);
    await story({ arrives, look });
  });
}

async function look(screen: string, { page }: Person): Promise<void> {
  for (const { colorScheme, ...size } of looks) {
    // Else a colour is measured while it changes.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await resize(page, size);
    const found = await violations(page);
    expect.soft(found, `${screen}, ${colorScheme}, ${size.width} px wide`).toEqual([]);
  }
  await resize(page, usualSize);
}

/** Each broken rule, with where. */
async function violations(page: Person['page']): Promise<string[]> {
  // The page's policy lets no script in; the debugger's way in is another.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const results = await page.evaluate(() =>
    window.axe?.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    }),
  );
  if (!results) throw new Error('axe was put into the page before');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}
