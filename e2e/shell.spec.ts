// The page as a shell around what others send it: what they write is shown and never obeyed, and what the headers
// forbid does not happen.
import { createServer } from 'node:http';
import type { Locator } from '@playwright/test';
import { hostileNames, hostileTexts } from './hostile-texts.ts';
import { watchPage } from './page-watch.ts';
import type { Person } from './person.ts';
import { expect, test } from './served.ts';

declare global {
  interface Window {
    /** Trusted Types, section 2.3, which TypeScript does not have. */
    readonly trustedTypes: { createPolicy(name: string, rules: object): unknown };
  }
}

const quiet = { calls: [], violations: [] };

test('[S8] whatever is written in the chat is shown, and does nothing', async ({
  arrives,
  origin,
}) => {
  test.slow(); // It is a long list, and so is the next.
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  const watches = [await watchPage(ana.page), await watchPage(ben.page)];
  await ben.joins(await ana.startsCall());
  await ana.opensChat();
  await ben.opensChat();
  const urls = [ana.page.url(), ben.page.url()];

  for (const { written } of hostileTexts) await ben.says(written);

  await expect(ana.chatLines()).toHaveCount(hostileTexts.length);
  const words = ana.chatLines().locator('p:last-child');
  expect(await textsOf(words)).toEqual(hostileTexts.map(({ shown }) => shown));
  for (const { page } of [ana, ben]) await expectOnlyLinks(page.getByRole('log'));
  for (const { asked, log } of watches) {
    expect(await log()).toEqual(quiet);
    expect([...asked]).toEqual([new URL(origin).host]);
  }
  expect([ana.page.url(), ben.page.url()]).toEqual(urls);
  // The one script that the policy lets be started: the clock's.
  expect(ana.page.workers()).toHaveLength(1);
});

test('[S8] whatever somebody goes by is shown, and does nothing', async ({ arrives }) => {
  test.slow();
  const [ana, ben, eve] = [await arrives('Ana'), await arrives('Ben'), await arrives('Eve')];
  const watches = [await watchPage(ana.page), await watchPage(ben.page), await watchPage(eve.page)];
  const link = await ana.startsCall();
  await ana.opensChat();
  await ben.joins(link);
  await eve.opens(link);

  for (const { written, shown } of hostileNames) {
    await comesBackAs(ben, written);
    const tile = ana.page.getByRole('article').first();
    await expect.poll(() => textsOf(tile.locator('bdi'))).toEqual([shown]);
    await expect(tile).toHaveAttribute('aria-label', shown);
    await expect(tile.locator('bdi > *')).toHaveCount(0);
    const inside = eve.page.getByRole('status').filter({ hasText: 'are here' });
    await expect.poll(() => textsOf(inside)).toEqual([`Ana and ${shown} are here`]);
    await expect(inside.locator('*')).toHaveCount(0);
    await ben.says('This is me');
    await expect.poll(() => textsOf(ana.chatLines().locator('bdi').last())).toEqual([shown]);
    await expect(ana.chatLines().locator('bdi > *')).toHaveCount(0);
  }
  for (const { log } of watches) expect(await log()).toEqual(quiet);
});

test('what is injected all the same is stopped by the policy, and counted', async ({ arrives }) => {
  const ana = await arrives('Ana');
  const { log } = await watchPage(ana.page);
  await ana.page.goto('/');
  expect(await ana.page.evaluate(inject)).toEqual({
    markup: 'require-trusted-types-for',
    'an event handler': 'require-trusted-types-for',
    'a script': 'require-trusted-types-for',
    'a policy to make trusted scripts with': 'trusted-types',
    'a script in a link': 'script-src-elem',
    'a module from elsewhere': 'script-src-elem',
    'a style sheet': 'style-src-elem',
    'a style attribute': 'style-src-attr',
    'a picture from elsewhere': 'img-src',
    'a frame': 'frame-src',
    'a request to elsewhere': 'connect-src',
    'a socket to elsewhere': 'connect-src',
    'another base for links': 'base-uri',
    'a form': 'form-action',
  });
  expect((await log()).calls).toEqual([]);
  await ana.page.evaluate(() => alert(1));
  expect((await log()).calls).toEqual(['alert']);
});

test('every address of the page has the headers', async ({ request, origin }) => {
  const page = await (await request.get(origin)).text();
  const [, asset] = /src="(\/assets\/[^"]+\.js)"/.exec(page) ?? [];
  const paths = ['/', '/abcd-efgh-jkmn', '/nonsense/of/any/kind', '/icon.svg', '/assets/nothing'];
  for (const path of [...paths, asset ?? '']) {
    const response = await request.get(origin + path);
    expect(response.status(), path).toBe(200);
    expect(response.headers(), path).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; /),
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=63072000',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cache-control': expect.stringContaining(path === asset ? 'immutable' : 'must-revalidate'),
    });
  }
});

test('no other page shows it in a frame', async ({ page, origin }) => {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end(`<iframe src="${origin}"></iframe>`);
  }).listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('TCP has a port');
  await page.goto(`http://localhost:${address.port}/`);
  await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
  server.close();
});

/** Leaves, and takes a seat again by another name, with the chat open. */
async function comesBackAs(person: Person, name: string): Promise<void> {
  await person.leaves();
  await person.presses('Rejoin');
  await person.page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await person.presses('Join');
  await person.opensChat();
}

function textsOf(elements: Locator): Promise<string[]> {
  return elements.evaluateAll((all) => all.map(({ textContent }) => textContent ?? ''));
}

/** There is nothing in these lines but their words, and links to pages that take nothing along. */
async function expectOnlyLinks(log: Locator): Promise<void> {
  const found = await log.locator('p:last-child *').evaluateAll((elements) =>
    elements.map((element) => ({
      tag: element.tagName,
      attributes: element.getAttributeNames().toSorted().join(' '),
      scheme: element.getAttribute('href')?.replace(/:.*/s, ''),
      target: element.getAttribute('target'),
      rel: element.getAttribute('rel'),
    })),
  );
  const link = {
    tag: 'A',
    attributes: 'class dir href rel target',
    scheme: 'https',
    target: '_blank',
    rel: 'noopener noreferrer nofollow',
  };
  expect(found.length).toBeGreaterThan(0);
  expect(found).toEqual(found.map(() => link));
}

/** Tries what a script could, were there one; gives the directive that stood in the way of each. */
async function inject(): Promise<Record<string, string>> {
  const add = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    change: Partial<Record<'innerHTML' | 'textContent', string>>,
    attributes: Record<string, string> = {},
  ) => {
    const element = Object.assign(document.createElement(tag), change);
    for (const attribute of Object.entries(attributes)) element.setAttribute(...attribute);
    document.body.append(element);
    return element;
  };
  const elsewhere = 'https://elsewhere.example/';
  const attempts: Record<string, () => unknown> = {
    markup: () => add('p', { innerHTML: '<img src=x onerror=alert(1)>' }),
    'an event handler': () => add('p', {}, { onclick: 'alert(1)' }),
    'a script': () => add('script', { textContent: 'alert(1)' }),
    'a policy to make trusted scripts with': () => window.trustedTypes.createPolicy('another', {}),
    'a script in a link': () => add('a', {}, { href: 'javascript:alert(1)' }).click(),
    'a module from elsewhere': () => import(elsewhere),
    'a style sheet': () => add('style', { textContent: '* { display: none }' }),
    'a style attribute': () => add('p', {}, { style: 'position: fixed' }),
    'a picture from elsewhere': () => add('img', {}, { src: elsewhere }),
    'a frame': () => add('iframe', {}, { src: elsewhere }),
    'a request to elsewhere': () => fetch(elsewhere),
    'a socket to elsewhere': () => new WebSocket('wss://elsewhere.example/'),
    'another base for links': () => add('base', {}, { href: elsewhere }),
    'a form': () => add('form', {}).submit(),
  };
  const stoppedBy: Record<string, string> = {};
  for (const [what, attempt] of Object.entries(attempts)) {
    const violation = new Promise<string>((resolve) => {
      const listener = (event: SecurityPolicyViolationEvent) => resolve(event.effectiveDirective);
      document.addEventListener('securitypolicyviolation', listener, { once: true });
    });
    await Promise.resolve()
      .then(attempt)
      .catch(() => undefined);
    stoppedBy[what] = await violation;
  }
  return stoppedBy;
}
