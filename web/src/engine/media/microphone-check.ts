// Notices what people don't: that they talk while muted, and that their microphone hears nothing at all.
import type { Loudness } from './level-meter.ts';

export type Heed = 'none' | 'talking-while-muted' | 'silent';

/** Of LevelMeter's scale: about -38 dB. Speech lies above it, a fan and a keyboard below. */
export const speechLevel = 0.45;
/** So much talking is meant for somebody, and a cough is shorter. Pauses between words count against it. */
const talkMs = 500;
/** Whoever has not talked for so long is not talking. */
const talkedMs = 5_000;
/** A microphone in the quietest room has some noise; one that is switched off or broken has none. */
const silentMs = 10_000;
/** Levels come about every 100 ms; after a longer gap (the machine slept) nothing is known of what was in between. */
const maxGapMs = 500;

export class MicrophoneCheck {
  #lastMs = Number.NEGATIVE_INFINITY;
  #heardMs = 0;
  #quietSinceMs = Number.NEGATIVE_INFINITY;
  #silenceMs = 0;
  #isTalking = false;

  /** What the microphone hears now, at `atMs` of a clock that only goes forward. */
  hear(
    { level, isSilence }: Loudness,
    { isMuted, atMs }: { isMuted: boolean; atMs: number },
  ): Heed {
    const elapsedMs = atMs - this.#lastMs > maxGapMs ? 0 : atMs - this.#lastMs;
    this.#lastMs = atMs;
    this.#silenceMs = isSilence && !isMuted ? this.#silenceMs + elapsedMs : 0;
    if (isMuted) this.#listen(level >= speechLevel, { elapsedMs, atMs });
    else this.#forget();
    if (this.#isTalking) return 'talking-while-muted';
    return this.#silenceMs >= silentMs ? 'silent' : 'none';
  }

  #listen(isSpeech: boolean, { elapsedMs, atMs }: { elapsedMs: number; atMs: number }): void {
    this.#heardMs = Math.max(0, this.#heardMs + (isSpeech ? elapsedMs : -elapsedMs));
    if (isSpeech) this.#quietSinceMs = atMs;
    if (this.#heardMs >= talkMs) this.#isTalking = true;
    if (atMs - this.#quietSinceMs >= talkedMs) this.#forget();
  }

  #forget(): void {
    this.#heardMs = 0;
    this.#isTalking = false;
  }
}
