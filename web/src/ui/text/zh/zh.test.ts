import { expect, test } from 'vitest';
import { call } from './call.ts';
import { connection } from './connection.ts';
import { settings } from './settings.ts';
import { zh } from './zh.ts';

/** With what is loaded late. */
const all = { zh, call, connection, settings };

test.each([
  [['Ana'], 'Ana在通话中'],
  [['Ana', '小明'], 'Ana和小明在通话中'],
  [['Ana', 'Ben', 'Clara'], 'Ana、Ben和Clara在通话中'],
  [['Ana', 'Ben', 'Clara', 'Dan'], 'Ana、Ben和另外 2 人在通话中'],
  [['', 'Ana'], 'Ana和另外 1 人在通话中'],
  [[''], '有 1 人在通话中'],
  [['', '', ''], '有 3 人在通话中'],
])('people inside who are called %o are told of as “%s”', (names, sentence) => {
  expect(zh.lobby.people(names)).toBe(sentence);
});

test('no two signs of the safety code have one name', () => {
  const names = Object.values(call.signNames);
  expect(new Set(names).size).toBe(names.length);
});

test('punctuation is full-width between Chinese characters', () => {
  const half = /\p{Script=Han}[,.;:?!()]|[,;:?!()]\p{Script=Han}/u;
  expect(sentencesOf(all).filter((sentence) => half.test(sentence))).toEqual([]);
});

test('nothing is left in English but what is printed on keys, and the tag of the language', () => {
  const exempt = new Set(['Esc', zh.locale]);
  const inEnglish = sentencesOf(all).filter((each) => each !== '' && !/\p{Script=Han}/u.test(each));
  expect(inEnglish.filter((each) => !exempt.has(each))).toEqual([]);
});

/** Every sentence of a language into which nothing is put. */
function sentencesOf(part: object): string[] {
  return Object.values(part).flatMap((value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'object' && value !== null) return sentencesOf(value);
    return [];
  });
}

test.each([
  [{ hours: 0, minutes: 0, others: 0 }, '你在通话中待了不到一分钟，没有其他人加入。'],
  [{ hours: 0, minutes: 12, others: 3 }, '你在通话中待了 12 分钟，最多时还有另外 3 人。'],
  [{ hours: 1, minutes: 0, others: 1 }, '你在通话中待了 1 小时，最多时还有另外 1 人。'],
  [{ hours: 2, minutes: 5, others: 1 }, '你在通话中待了 2 小时 5 分钟，最多时还有另外 1 人。'],
])('a visit of %o was one of “%s”', (howItWent, sentence) => {
  expect(zh.visit(howItWent)).toBe(sentence);
});
