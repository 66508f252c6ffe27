// Whose voice is heard at the moment, and who has the word.
import { type ReadonlySignal, computed, createModel, effect, signal } from '@preact/signals';
import type { PeerId } from '../../../protocol/ids.ts';
import type { Clock } from '../engine/environment.ts';
import type { Participant } from './participant.ts';
import { type Speaker, type Voices, activeSpeaker, nextVoices, speakersOf } from './voices.ts';

/** Often enough that a ring appears with the word it belongs to. */
const intervalMs = 100;

export interface VoicesServices {
  readonly clock: Clock;
  readonly participants: ReadonlySignal<readonly Participant[]>;
  /** How loud each of the others is, as an amplitude. */
  readonly voiceLevels: () => ReadonlyMap<PeerId, number>;
  /** How loud oneself is, from 0 to 1 as a meter shows it. */
  readonly ownLevel: ReadonlySignal<number>;
  readonly isMuted: ReadonlySignal<boolean>;
}

export const VoicesModel = createModel((services: VoicesServices) => {
  const { clock, participants } = services;
  const voices = signal<Voices>(new Map());
  const active = signal<PeerId | undefined>(undefined);
  /** A text, so that it changes only with what it says. */
  const speakers = computed(() => speakersOf(voices.value).join(' '));

  effect(() => {
    let cancel = clock.after(intervalMs, function listen() {
      voices.value = nextVoices(voices.peek(), levelsNow(services), clock.now());
      active.value = activeSpeaker(voices.peek(), active.peek());
      cancel = clock.after(intervalMs, listen);
    });
    return () => cancel();
  });

  return {
    speaking: computed<ReadonlySet<string>>(() => new Set(speakers.value.split(' '))),
    /** The one of the others who has the word, or had it last. */
    active: computed(() => participants.value.find(({ id }) => id === active.value)?.id),
  };
});
export interface VoicesModel extends InstanceType<typeof VoicesModel> {}

function levelsNow(services: VoicesServices): Map<Speaker, number> {
  const levels = services.voiceLevels();
  const heard = services.participants
    .peek()
    // The last level of whoever was muted since stays for seconds (W3C WebRTC, section 5.3.1).
    .map(({ id, isMuted }) => [id, isMuted ? 0 : (levels.get(id) ?? 0)] as const);
  const own = services.isMuted.peek() ? 0 : amplitudeOf(services.ownLevel.peek());
  return new Map<Speaker, number>([...heard, ['self', own]]);
}

/** The meter shows -60 to -12 dB as 0 to 1. */
function amplitudeOf(level: number): number {
  return 10 ** ((48 * level - 60) / 20);
}
