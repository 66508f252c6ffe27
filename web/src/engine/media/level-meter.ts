// How loud a track is, some times a second, for the bar beside a microphone.
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';

/** Fast enough to look alive, slow enough to cost nothing. */
const intervalMs = 100;

/** Speech sits between these, in decibels relative to full scale. */
const silenceDb = -60;
const loudDb = -12;

/** Half of the smallest step of 16 bits: what is below it is not even noise. */
const leastSample = 2 ** -16;

/** Nothing of it is played: where the browser knows how, no speaker is fed with silence, and it works in large blocks. */
const unheard = { latencyHint: 'playback', sinkId: { type: 'none' } } as const;

export interface Loudness {
  /** From 0 (silent, to a person) to 1 (loud). */
  readonly level: number;
  /** Nothing at all comes in. */
  readonly isSilence: boolean;
}

export class LevelMeter extends Emitter<{ heard: Loudness }> {
  readonly #environment: Environment;
  readonly #context: AudioContext;
  readonly #analyser: AnalyserNode;
  readonly #samples: Float32Array<ArrayBuffer>;
  #cancel: () => void;

  constructor(environment: Environment, track: MediaStreamTrack) {
    super();
    this.#environment = environment;
    this.#context = environment.createAudioContext(unheard);
    this.#analyser = this.#context.createAnalyser();
    this.#context
      .createMediaStreamSource(environment.createMediaStream([track]))
      .connect(this.#analyser);
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#cancel = this.#schedule();
  }

  close(): void {
    this.#cancel();
    this.removeAllListeners();
    // Closing twice rejects; nothing is left to release then.
    this.#context.close().catch(() => undefined);
  }

  #schedule(): () => void {
    return this.#environment.clock.after(intervalMs, () => {
      this.#analyser.getFloatTimeDomainData(this.#samples);
      this.emit('heard', {
        level: levelOf(this.#samples),
        // A context that the browser holds back until the first click hears nothing either.
        isSilence: this.#context.state === 'running' && isSilence(this.#samples),
      });
      this.#cancel = this.#schedule();
    });
  }
}

/** The level of a block of samples, from 0 (silent) to 1 (loud). */
export function levelOf(samples: Float32Array): number {
  const meanSquare = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const db = 10 * Math.log10(Math.max(meanSquare, Number.EPSILON));
  return Math.min(1, Math.max(0, (db - silenceDb) / (loudDb - silenceDb)));
}

function isSilence(samples: Float32Array): boolean {
  return samples.every((sample) => Math.abs(sample) < leastSample);
}
