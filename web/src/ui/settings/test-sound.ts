// Two soft notes, to hear whether a speaker is the right one.
import { playTone } from '../parts/tone.ts';

declare global {
  interface AudioContext {
    /** Web Audio 1.1, section 1.2.4; Chromium only. */
    setSinkId?(sinkId: string): Promise<void>;
  }
}

/** A fourth upwards, in the middle of a voice: small speakers have it, too. */
const notesHz = [587.33, 783.99];
const noteSeconds = 0.22;
/** As loud as somebody who speaks; each note rings on over the next. */
const sound = { loudness: 0.25, attackSeconds: 0.02, seconds: 0.9 };

/** What makes sounds in a browser. */
export interface SoundMaker {
  createContext(): AudioContext;
  /** Plays a stream on a speaker, where a context can't. */
  createPlayer(): HTMLAudioElement;
}

const browserSoundMaker: SoundMaker = {
  createContext: () => new AudioContext(),
  createPlayer: () => new Audio(),
};

/** Resolves when it has been played; rejects if that speaker can't play. */
export async function playTestSound(
  speakerId: string,
  maker: SoundMaker = browserSoundMaker,
): Promise<void> {
  const context = maker.createContext();
  try {
    await strike(context, await outputOf(context, { speakerId, maker }));
  } finally {
    await context.close();
  }
}

async function outputOf(
  context: AudioContext,
  { speakerId, maker }: { speakerId: string; maker: SoundMaker },
): Promise<AudioNode> {
  if (speakerId === '') return context.destination;
  if (context.setSinkId) {
    await context.setSinkId(speakerId);
    return context.destination;
  }
  const output = context.createMediaStreamDestination();
  const player = maker.createPlayer();
  player.srcObject = output.stream;
  await player.setSinkId(speakerId);
  await player.play();
  return output;
}

function strike(context: AudioContext, output: AudioNode): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const last = notesHz.map((hertz, index) => {
    const atSeconds = context.currentTime + index * noteSeconds;
    return playTone(context, { ...sound, hertz, atSeconds, output });
  });
  last.at(-1)?.addEventListener('ended', () => resolve());
  return promise;
}
