// Short soft sounds, made on the spot. Each is one or two notes that say by their direction what they are for.
import type { Chime } from '../../state/news-model.ts';
import { playTone } from '../parts/tone.ts';

/** What is played: frequencies in hertz, one after the other. Up is for more people, down for fewer. */
const melodies: Record<Chime, readonly number[]> = {
  joined: [523.25, 783.99],
  left: [659.26, 440],
  'raised-hand': [587.33, 587.33],
  message: [880],
  knock: [392, 392, 523.25],
};

const stepSeconds = 0.11;
const noteSeconds = 0.32;
/** Below speech, so that nobody loses a word to it. */
const loudness = 0.05;
const attackSeconds = 0.012;

/** Plays the sound to its end, on that speaker where `context` can choose one: '' is the system's default. */
export async function playChime(
  context: AudioContext,
  chime: Chime,
  speakerId: string,
): Promise<void> {
  // One that went away this moment: then where it was heard until now.
  await context.setSinkId?.(speakerId).catch(() => undefined);
  const tones = melodies[chime].map((hertz, index) =>
    playTone(context, {
      hertz,
      atSeconds: context.currentTime + index * stepSeconds,
      attackSeconds,
      seconds: noteSeconds,
      loudness,
      output: context.destination,
    }),
  );
  const last = tones.at(-1);
  await new Promise((resolve) => {
    last?.addEventListener('ended', resolve);
  });
}
