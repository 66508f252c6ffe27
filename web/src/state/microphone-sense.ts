// What the microphone hears, muted or not: how loud, and what the person should be told about it.
import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { Environment } from '../engine/environment.ts';
import type { CaptureState } from '../engine/media/device-capture.ts';
import { LevelMeter, type Loudness } from '../engine/media/level-meter.ts';
import { type Heed, MicrophoneCheck } from '../engine/media/microphone-check.ts';

interface Heard {
  readonly level: number;
  readonly heed: Heed;
}

const nothing: Heard = { level: 0, heed: 'none' };

/** Follows the microphone's track with a meter of its own. */
export function microphoneSense(
  environment: Environment,
  microphone: ReadonlySignal<CaptureState>,
  isMuted: ReadonlySignal<boolean>,
) {
  const heard = signal(nothing);
  const noted = signal<Heed>('none');
  const track = computed(() => (microphone.value.at === 'on' ? microphone.value.track : null));
  const isSilenced = computed(() => microphone.value.at === 'on' && microphone.value.isSilenced);

  effect(() => {
    heard.value = nothing;
    if (!track.value) return undefined;
    const check = new MicrophoneCheck();
    return meter(environment, track.value, (loudness) => {
      const now = { isMuted: isMuted.peek(), atMs: environment.clock.now() };
      heard.value = { level: loudness.level, heed: check.hear(loudness, now) };
    });
  });
  effect(() => {
    // Muted or unmuted once more, it may be told once more.
    void isMuted.value;
    noted.value = 'none';
  });

  return {
    /** How loud the microphone hears, 0 to 1, muted or not. */
    level: computed(() => heard.value.level),
    /** What is told already of a silenced microphone is not told twice. */
    heed: computed<Heed>(() => {
      const { heed } = heard.value;
      return isSilenced.value || heed === noted.value ? 'none' : heed;
    }),
    heedNoted: () => {
      noted.value = heard.peek().heed;
    },
  };
}

function meter(
  environment: Environment,
  track: MediaStreamTrack,
  onHeard: (loudness: Loudness) => void,
): (() => void) | undefined {
  try {
    const levelMeter = new LevelMeter(environment, track);
    levelMeter.on('heard', onHeard);
    return () => levelMeter.close();
  } catch {
    return undefined; // A browser may refuse one more AudioContext; the call works without the bar.
  }
}
