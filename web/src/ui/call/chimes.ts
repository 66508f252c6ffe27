// Short soft sounds, made on the spot. Each is one or two notes that say by their direction what they are for.
import type { Chime } from '../../state/news-model.ts';

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
/** Gain can't fall to nothing along a curve that never reaches it. */
const inaudible = 0.0001;

/** Adds the sound to what `context` plays, on that speaker where it can choose one: '' is the system's default. */
export async function playChime(
  context: AudioContext,
  chime: Chime,
  speakerId: string,
): Promise<void> {
  // One that went away this moment: then where it was heard until now.
  await context.setSinkId?.(speakerId).catch(() => undefined);
  for (const [index, frequency] of melodies[chime].entries())
    playNote(context, frequency, context.currentTime + index * stepSeconds);
}

function playNote(context: AudioContext, frequency: number, atSeconds: number): void {
  const tone = context.createOscillator();
  const envelope = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = frequency;
  envelope.gain.setValueAtTime(inaudible, atSeconds);
  envelope.gain.exponentialRampToValueAtTime(loudness, atSeconds + attackSeconds);
  envelope.gain.exponentialRampToValueAtTime(inaudible, atSeconds + noteSeconds);
  tone.connect(envelope).connect(context.destination);
  tone.start(atSeconds);
  tone.stop(atSeconds + noteSeconds);
}
