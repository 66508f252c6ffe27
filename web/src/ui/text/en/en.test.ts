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

test.each([
  'denied',
  'no-device',
  'in-use',
  'lost',
  'unsteady',
  'late',
  'silenced',
  'insecure-page',
  'unknown',
] as const)(
  'both devices at once that are "%s" are spoken of as two, and one as one',
  (problem) => {
    expect(en.deviceProblem('both', problem)).toMatch(/camera and (a |no )?microphone/);
    expect(en.deviceProblem('both', problem)).not.toMatch(/\b(it|was)\b/);
    expect(en.deviceProblem('camera', problem)).not.toMatch(/\b(them|were|microphone)\b/);
  },
);

test('a device in place of another is called by its name, if it has one', () => {
  expect(en.standIn('camera', 'Webcam')).toBe('Your camera was disconnected. Now using Webcam.');
  expect(en.standIn('camera', '')).toBe('Your camera was disconnected. Now using another one.');
});

test.each([
  [{ hours: 0, minutes: 0, others: 0 }, 'less than a minute, and nobody else was there'],
  [{ hours: 0, minutes: 1, others: 1 }, '1 minute, with 1 other'],
  [{ hours: 0, minutes: 12, others: 3 }, '12 minutes, with 3 others'],
  [{ hours: 1, minutes: 0, others: 2 }, '1 hour, with 2 others'],
  [{ hours: 2, minutes: 5, others: 2 }, '2 hours and 5 minutes, with 2 others'],
])('a visit of %o was one of "%s"', (howItWent, told) => {
  expect(en.visit(howItWent)).toBe(`You were in the call for ${told}.`);
});
