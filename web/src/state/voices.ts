// Who is speaking, told from how loud everyone is several times a second: a breath between two words is no end, and a
// cough no beginning.
import type { PeerId } from '../../../protocol/ids.ts';

export type Speaker = PeerId | 'self';

/** The voice of somebody who was loud a moment ago. */
export interface Voice {
  readonly firstMs: number;
  readonly lastMs: number;
}

export type Voices = ReadonlyMap<Speaker, Voice>;

/** As amplitudes: -34 dB is a voice that means to be heard, -40 dB may still be the end of its word. */
const beginsAt = 0.02;
const goesOnAt = 0.01;
/** Between two words or two sentences of one thought. */
const longestPauseMs = 700;
/** Longer than a cough, a click or a chair. */
const shortestSpeechMs = 300;
/** Whoever says this much has the word; who says “yes” to it has not. */
const shortestTurnMs = 800;

/** The voices after everyone was as loud as `levels` say. */
export function nextVoices(
  voices: Voices,
  levels: ReadonlyMap<Speaker, number>,
  nowMs: number,
): Voices {
  const next = new Map<Speaker, Voice>();
  for (const [speaker, level] of levels) {
    const before = voices.get(speaker);
    const isLoud = level >= (before ? goesOnAt : beginsAt);
    if (isLoud) next.set(speaker, { firstMs: before?.firstMs ?? nowMs, lastMs: nowMs });
    else if (before && nowMs - before.lastMs <= longestPauseMs) next.set(speaker, before);
  }
  return next;
}

export function speakersOf(voices: Voices): Speaker[] {
  return longerThan(voices, shortestSpeechMs).map(([speaker]) => speaker);
}

/** Who of the others has the word: the last who took it, even if they are silent now. */
export function activeSpeaker(voices: Voices, before: PeerId | undefined): PeerId | undefined {
  const turns = longerThan(voices, shortestTurnMs).toSorted(
    ([, a], [, b]) => b.firstMs - a.firstMs,
  );
  return turns.map(([speaker]) => speaker).find(isOther) ?? before;
}

function isOther(speaker: Speaker): speaker is PeerId {
  return speaker !== 'self';
}

function longerThan(voices: Voices, durationMs: number): (readonly [Speaker, Voice])[] {
  return [...voices].filter(([, { firstMs, lastMs }]) => lastMs - firstMs >= durationMs);
}
