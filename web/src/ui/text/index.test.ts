import { effect } from '@preact/signals';
import { expect, onTestFinished, test } from 'vitest';
import { chooseLanguage, chosenLanguage, language, speak, text } from './index.ts';

/** The screen has one language at a time: each test begins and ends in English. */
function setup() {
  const drawn: string[] = [];
  const stop = effect(() => void drawn.push(`${language.value}: ${text.home.join}`));
  onTestFinished(async () => {
    stop();
    await speak('en');
  });
  return { drawn };
}

test('what is drawn with a sentence is drawn anew in another language', async () => {
  const { drawn } = setup();
  expect(await speak('zh')).toBe(true);
  expect(drawn).toEqual(['en: Join', 'zh: 加入']);
});

test('the last language asked for is the one that is spoken', async () => {
  const { drawn } = setup();
  expect(await Promise.all([speak('zh'), speak('en')])).toEqual([false, true]);
  expect(language.value).toBe('en');
  expect(drawn.at(-1)).toBe('en: Join');
});

test('only what the person chose is told of as chosen', async () => {
  setup();
  await speak('zh');
  expect(chosenLanguage.value).toBeUndefined();
  await chooseLanguage('zh');
  expect(chosenLanguage.value).toBe('zh');
});
