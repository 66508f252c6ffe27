// What every screen says, in every language, at every width: it fits, and it is in that language.
import { everyWord, misprints } from './misprints.ts';
import type { Person } from './person.ts';
import { resize, stories, usualSize } from './screens.ts';
import { expect, test } from './served.ts';
import { type LanguageCode, languageCodes } from './words.ts';

/** The narrowest is that of the WCAG, success criterion 1.4.10. */
const widths = [1280, 390, 320];

/** Latin words that are Chinese, too: names, links, codes, keys, units, and what Chromium calls its devices. */
const latin =
  /https?:\S*|xxxx\S*|\w{4}-\w{4}-\w{4}|notes\.txt|Earshot|Ana|Ben|Eve|Esc|[kMG]?B|UDP|TCP|TLS|[kM]bit|Fake \w+( \w+)*|fake_device_\d/g;

for (const language of languageCodes) {
  for (const [name, story] of Object.entries(stories)) {
    test(`every word fits, and is of its language: ${language}, ${name}`, async ({ arrives }) => {
      test.setTimeout(120_000);
      await story({
        arrives: (who, options) => arrives(who, { ...options, language }),
        look: (screen, person) => look(screen, person, language),
      });
    });
  }
}

for (const width of [1280, 320]) {
  test(`what is too long for a panel is broken or cut, and the panel stays as it is, ${width} px wide`, async ({
    arrives,
  }) => {
    const viewport = { width, height: 800 };
    const ana = await arrives('Ana', { viewport });
    const wide = await arrives('W'.repeat(40), { viewport });
    await wide.joins(await ana.startsCall());
    await ana.opensChat();
    const panel = ana.page.getByRole('complementary');
    const before = await panel.boundingBox();
    const address = `https://example.org/${'a'.repeat(70)}`;
    await ana.page.getByRole('textbox', { name: 'Message' }).pressSequentially(address);
    for (const name of ['Send', 'Close chat'])
      await expect(panel.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    expect(await panel.boundingBox()).toEqual(before);
    await ana.says(address);
    await wide.opensChat();
    await wide.says(address);
    await expect(ana.chatLines()).toHaveCount(2);
    expect(await ana.page.evaluate(spills)).toEqual([]);
    for (const key of ['p', 'n']) {
      await ana.page.getByRole('button', { name: 'Mute' }).focus();
      await ana.page.keyboard.press(key);
      await expect(panel.getByText(wide.name, { exact: true })).toBeVisible();
      expect(await ana.page.evaluate(spills)).toEqual([]);
      expect(await panel.boundingBox()).toEqual(before);
    }
  });
}

async function look(screen: string, person: Person, language: LanguageCode): Promise<void> {
  const { page } = person;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const width of widths) {
    await resize(page, { width, height: 800 });
    expect.soft(await page.evaluate(misprints), `${screen}, ${width} px wide`).toEqual([]);
  }
  await resize(page, usualSize);
  const words = await page.evaluate(everyWord);
  expect.soft(words.filter(strangers[language]), `${screen}: of another language`).toEqual([]);
}

/** Whether there is something in it that is not of the language. */
const strangers: Record<LanguageCode, (text: string) => boolean> = {
  en: (text) => /\p{Script=Han}/u.test(text),
  zh: (text) => /[a-z]{2}/i.test(text.replaceAll(latin, '')),
};

/** What of the call can be moved sideways, or reaches out of the panel; runs in the page. */
function spills(): string[] {
  const panel = document.querySelector('aside');
  const edge = panel?.getBoundingClientRect().right ?? 0;
  const inPanel = [...(panel?.querySelectorAll(':not(.visually-hidden, :scope svg *)') ?? [])];
  const beyond = inPanel.filter((element) => element.getBoundingClientRect().right > edge);
  const scrolled = [...document.querySelectorAll('main, aside, aside *')].filter((element) => {
    const { overflowX, textOverflow } = getComputedStyle(element);
    const isClosed = overflowX === 'visible' || textOverflow === 'ellipsis';
    const isHidden = element.classList.contains('visually-hidden');
    return !isClosed && !isHidden && element.scrollWidth > element.clientWidth;
  });
  return [...beyond, ...scrolled].map(({ tagName, className }) => `${tagName} ${className}`);
}
