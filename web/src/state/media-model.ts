// This person's microphone, camera and screen as signals, and the intents to change them.
import { type ReadonlySignal, computed, createModel, effect, signal } from '@preact/signals';
import type { Environment } from '../engine/environment.ts';
import type { CaptureState } from '../engine/media/device-capture.ts';
import { LevelMeter } from '../engine/media/level-meter.ts';
import type { LocalMedia } from '../engine/media/local-media.ts';
import type { PreferenceStore } from './preferences.ts';

export interface MediaServices {
  readonly environment: Environment;
  readonly preferences: PreferenceStore;
}

export const MediaModel = createModel((media: LocalMedia, services: MediaServices) => {
  const { environment, preferences } = services;
  const remembered = preferences.load();
  const state = signal(media.state);
  const choice = signal({ microphone: remembered.microphoneId, camera: remembered.cameraId });

  const microphone = computed(() => state.value.microphone);
  const camera = computed(() => state.value.camera);
  const screen = computed(() => state.value.screen);
  const isMuted = computed(() => state.value.isMuted);
  const devices = signal(media.devices.list);

  effect(() => media.on('changed', (next) => (state.value = next)));
  effect(() => media.devices.on('changed', (next) => (devices.value = next)));

  async function choose(change: { microphone?: string; camera?: string }): Promise<void> {
    const next = { ...choice.peek(), ...change };
    choice.value = next;
    preferences.save({ microphoneId: next.microphone, cameraId: next.camera });
    await media.choose(next);
  }

  return {
    microphone,
    isMuted,
    camera,
    screen,
    /** Devices in use because another went away. */
    standIns: computed(() => state.value.standIns),
    devices: computed(() => devices.value),
    /** The chosen device ids; undefined is the system's default. */
    choice: computed(() => choice.value),
    /** How loud the microphone hears, 0 to 1, muted or not. */
    level: microphoneLevel(environment, microphone),
    canShareScreen: computed(() => media.canShareScreen),

    /** Turns on what was on last time. */
    start: () =>
      media.start({
        microphone: remembered.isMicrophoneWanted,
        camera: remembered.isCameraWanted,
      }),
    toggleMicrophone: async () => {
      const { at } = microphone.peek();
      const wanted = isMuted.peek() || at === 'off' || at === 'failed';
      preferences.save({ isMicrophoneWanted: wanted });
      await media.setMicrophone(wanted);
    },
    toggleCamera: async () => {
      const { at } = camera.peek();
      const wanted = at === 'off' || at === 'failed';
      preferences.save({ isCameraWanted: wanted });
      await media.setCamera(wanted);
    },
    toggleScreen: async () => {
      const { at } = screen.peek();
      if (at !== 'choosing') await media.setScreen(at !== 'on');
    },
    chooseMicrophone: (id: string) => choose({ microphone: id }),
    chooseCamera: (id: string) => choose({ camera: id }),
  };
});
export interface MediaModel extends InstanceType<typeof MediaModel> {}

/** Follows the microphone's track with a meter of its own. */
function microphoneLevel(
  environment: Environment,
  microphone: ReadonlySignal<CaptureState>,
): ReadonlySignal<number> {
  const level = signal(0);
  const track = computed(() => (microphone.value.at === 'on' ? microphone.value.track : null));
  effect(() => {
    if (track.value) return meter(environment, track.value, (next) => (level.value = next));
    level.value = 0;
    return undefined;
  });
  return computed(() => level.value);
}

function meter(
  environment: Environment,
  track: MediaStreamTrack,
  show: (level: number) => void,
): (() => void) | undefined {
  try {
    const levelMeter = new LevelMeter(environment, track);
    levelMeter.on('level', show);
    return () => levelMeter.close();
  } catch {
    return undefined; // A browser may refuse one more AudioContext; the call works without the bar.
  }
}
