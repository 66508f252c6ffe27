import { expect, test } from 'vitest';
import { MicrophoneCheck } from './microphone-check.ts';

const stepMs = 80;
const speech = { level: 0.6, isSilence: false };
const pause = { level: 0.1, isSilence: false };
const silence = { level: 0, isSilence: true };

function setup() {
  const check = new MicrophoneCheck();
  let atMs = 0;
  /** What is heeded after `forMs` of the same sound. */
  function hear(loudness: typeof speech, isMuted: boolean, forMs: number) {
    let heed = check.hear(loudness, { isMuted, atMs });
    for (const endMs = atMs + forMs; atMs < endMs;) {
      atMs += stepMs;
      heed = check.hear(loudness, { isMuted, atMs });
    }
    return heed;
  }
  const sleep = (forMs: number) => (atMs += forMs);
  return { hear, sleep };
}

test('whoever talks while muted is told after half a second', () => {
  const { hear } = setup();
  expect(hear(speech, true, 400)).toBe('none');
  expect(hear(speech, true, 160)).toBe('talking-while-muted');
});

test('a cough now and then is no talking', () => {
  const { hear } = setup();
  for (let times = 0; times < 20; times += 1) {
    expect(hear(speech, true, 240)).toBe('none');
    expect(hear(pause, true, 800)).toBe('none');
  }
});

test('short pauses between words are part of talking', () => {
  const { hear } = setup();
  hear(speech, true, 320);
  hear(pause, true, 80);
  expect(hear(speech, true, 320)).toBe('talking-while-muted');
});

test('it is told no more after five quiet seconds', () => {
  const { hear } = setup();
  hear(speech, true, 1_000);
  expect(hear(pause, true, 4_880)).toBe('talking-while-muted');
  expect(hear(pause, true, 160)).toBe('none');
  expect(hear(speech, true, 400)).toBe('none');
});

test('it is told no more as soon as one is not muted', () => {
  const { hear } = setup();
  hear(speech, true, 1_000);
  expect(hear(speech, false, 0)).toBe('none');
  expect(hear(speech, true, 400)).toBe('none');
});

test('who talks unmuted is told nothing', () => {
  expect(setup().hear(speech, false, 60_000)).toBe('none');
});

test('a microphone that gives nothing at all for ten seconds is silent, until it gives something', () => {
  const { hear } = setup();
  expect(hear(silence, false, 9_920)).toBe('none');
  expect(hear(silence, false, 80)).toBe('silent');
  expect(hear(pause, false, 0)).toBe('none');
  expect(hear(silence, false, 9_920)).toBe('none');
});

test('a quiet room is not silent, and neither is a muted microphone', () => {
  const { hear } = setup();
  expect(hear({ level: 0, isSilence: false }, false, 60_000)).toBe('none');
  expect(hear(silence, true, 60_000)).toBe('none');
});

test('what a machine sleeps through is not counted', () => {
  const { hear, sleep } = setup();
  hear(silence, false, 5_040);
  sleep(60_000);
  expect(hear(silence, false, 0)).toBe('none');
});
