import { expect, test } from 'vitest';
import { call as callInEnglish } from './en/call.ts';
import { check as checkInEnglish } from './en/check.ts';
import { connection as connectionInEnglish } from './en/connection.ts';
import { en } from './en/en.ts';
import { settings as settingsInEnglish } from './en/settings.ts';
import { call as callInChinese } from './zh/call.ts';
import { check as checkInChinese } from './zh/check.ts';
import { connection as connectionInChinese } from './zh/connection.ts';
import { settings as settingsInChinese } from './zh/settings.ts';
import { zh } from './zh/zh.ts';

/** Where there is something to say, and what kind of thing stands there: `lobby.full: function of 1`. */
function shapeOf(sentences: object, path = ''): string[] {
  return Object.entries(sentences).flatMap(([key, value]: [string, unknown]) => {
    const name = `${path}${key}`;
    if (typeof value === 'object' && value !== null) return shapeOf(value, `${name}.`);
    if (typeof value === 'function') return [`${name}: function of ${value.length}`];
    return [`${name}: ${value === '' ? 'nothing' : typeof value}`];
  });
}

test.each([
  [zh, en],
  [callInChinese, callInEnglish],
  [checkInChinese, checkInEnglish],
  [connectionInChinese, connectionInEnglish],
  [settingsInChinese, settingsInEnglish],
])(
  'every language says the same things, and is silent in the same places (%#)',
  (other, english) => {
    expect(shapeOf(other).toSorted()).toEqual(shapeOf(english).toSorted());
  },
);

test('silent are only the places where nothing is wrong', () => {
  const places = [en, callInEnglish, settingsInEnglish].flatMap((each) => shapeOf(each));
  expect(places.filter((line) => line.endsWith(': nothing'))).toEqual([
    'start.problems.ready: nothing',
    'start.problems.starting: nothing',
    'host.entries.open.note: nothing',
  ]);
});
