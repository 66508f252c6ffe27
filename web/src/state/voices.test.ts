import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import { type Speaker, type Voices, activeSpeaker, nextVoices, speakersOf } from './voices.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const ben = peerIdFrom(new Uint8Array(16).fill(2));
const stepMs = 100;

/** Hears, every step, what each says: a letter is a loud step, a comma a soft one, and a space silence. */
function hear(scripts: Readonly<Record<string, string>>) {
  const levels = { ' ': 0, ',': 0.015 };
  const length = Math.max(...Object.values(scripts).map((script) => script.length));
  let voices: Voices = new Map();
  let active: ReturnType<typeof activeSpeaker>;
  for (let step = 0; step < length; step += 1) {
    const heard = Object.entries(scripts).map(([speaker, script]) => {
      const sign = script[step] ?? ' ';
      return [speaker as Speaker, sign in levels ? levels[sign as ' '] : 0.1] as const;
    });
    voices = nextVoices(voices, new Map(heard), step * stepMs);
    active = activeSpeaker(voices, active);
  }
  return { speakers: speakersOf(voices), active };
}

test('whoever is loud for a moment speaks', () => {
  expect(hear({ [ana]: 'aaaa' }).speakers).toEqual([ana]);
});

test('a cough is no speech', () => {
  expect(hear({ [ana]: 'aa' }).speakers).toEqual([]);
});

test('a pause between words is not the end, a longer one is', () => {
  expect(hear({ [ana]: 'aaaa      ' }).speakers).toEqual([ana]);
  expect(hear({ [ana]: 'aaaa         ' }).speakers).toEqual([]);
});

test('a voice may sink while it speaks, but does not begin so low', () => {
  expect(hear({ [ana]: 'aa,,,,,,,,,,,' }).speakers).toEqual([ana]);
  expect(hear({ [ana]: ',,,,,,,,,' }).speakers).toEqual([]);
});

test('several may speak at once, oneself too', () => {
  expect(hear({ [ana]: 'aaaa', [ben]: 'bbbb', self: 'ssss' }).speakers).toEqual([ana, ben, 'self']);
});

test('who says yes to somebody does not take the word from them', () => {
  expect(hear({ [ana]: 'aaaaaaaaaaaaa', [ben]: '     yes     ' }).active).toBe(ana);
});

test('the last who takes the word has it, and keeps it in silence', () => {
  const turns = { [ana]: 'aaaaaaaaaaaaaaaaaaaaaaa', [ben]: '          bbbbbbbbbb' };
  expect(hear(turns).active).toBe(ben);
  expect(hear({ [ana]: `${'a'.repeat(10)}${' '.repeat(30)}` }).active).toBe(ana);
});

test('oneself never has the word: nobody wants to look at themselves', () => {
  expect(hear({ self: 'ssssssssssss' }).active).toBeUndefined();
});

test('whoever is gone has no voice', () => {
  const voices = new Map([[ana, { firstMs: 0, lastMs: 500 }]]);
  expect(nextVoices(voices, new Map(), 600).size).toBe(0);
});
