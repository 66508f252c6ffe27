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
