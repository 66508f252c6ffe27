import { expect, test } from 'vitest';
import { en } from './en.ts';

test.each([
  [['Ana'], 'Ana is here'],
  [['Ana', 'Ben'], 'Ana and Ben are here'],
  [['Ana', 'Ben', 'Clara'], 'Ana, Ben and Clara are here'],
  [['Ana', 'Ben', 'Clara', 'Dan'], 'Ana, Ben and 2 others are here'],
  [['', 'Ana'], 'Ana and 1 other are here'],
  [[''], '1 person is here'],
  [['', '', ''], '3 people are here'],
])('people inside who are called %o are told of as "%s"', (names, sentence) => {
  expect(en.lobby.people(names)).toBe(sentence);
});
