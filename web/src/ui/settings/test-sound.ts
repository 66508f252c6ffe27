// Two soft notes, to hear whether a speaker is the right one.

declare global {
  interface AudioContext {
    /** Web Audio 1.1, section 1.2.4; Chromium only. */
    setSinkId?(sinkId: string): Promise<void>;
  }
}

/** A fourth upwards, in the middle of a voice: small speakers have it, too. */
const notesHz = [587.33, 783.99];
const noteSeconds = 0.22;
/** Each rings on over the next. */
const ringSeconds = 0.9;
/** As loud as somebody who speaks. */
const loudness = 0.25;

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
    const note = { hertz, atSeconds: context.currentTime + index * noteSeconds };
    return ring(context, { ...note, output });
  });
  last.at(-1)?.addEventListener('ended', () => resolve());
  return promise;
}

function ring(
  context: AudioContext,
  { hertz, atSeconds, output }: { hertz: number; atSeconds: number; output: AudioNode },
): OscillatorNode {
  const oscillator = context.createOscillator();
  const envelope = context.createGain();
  oscillator.frequency.value = hertz;
  // An attack that does not click, and the end of a bell.
  envelope.gain.setValueAtTime(0, atSeconds);
  envelope.gain.linearRampToValueAtTime(loudness, atSeconds + 0.02);
  envelope.gain.exponentialRampToValueAtTime(0.0001, atSeconds + ringSeconds);
  oscillator.connect(envelope).connect(output);
  oscillator.start(atSeconds);
  oscillator.stop(atSeconds + ringSeconds);
  return oscillator;
}
