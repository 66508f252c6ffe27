// One soft note: it begins without a click, and dies away like a bell.

export interface Tone {
  readonly hertz: number;
  /** By the clock of the context. */
  readonly atSeconds: number;
  readonly attackSeconds: number;
  /** From its beginning until nothing of it is heard. */
  readonly seconds: number;
  /** From 0 to 1. */
  readonly loudness: number;
  readonly output: AudioNode;
}

/** Gain can't fall to nothing along a curve that never reaches it. */
const inaudible = 0.0001;

/** Gives what plays it, to be told of its end. */
export function playTone(context: AudioContext, tone: Tone): OscillatorNode {
  const { hertz, atSeconds, attackSeconds, seconds, loudness, output } = tone;
  const oscillator = context.createOscillator();
  const envelope = context.createGain();
  oscillator.frequency.value = hertz;
  envelope.gain.setValueAtTime(0, atSeconds);
  envelope.gain.linearRampToValueAtTime(loudness, atSeconds + attackSeconds);
  envelope.gain.exponentialRampToValueAtTime(inaudible, atSeconds + seconds);
  oscillator.connect(envelope).connect(output);
  oscillator.start(atSeconds);
  oscillator.stop(atSeconds + seconds);
  return oscillator;
}
