// This person's microphone, camera and screen as signals, and the intents to change them.
import { type ReadonlySignal, computed, createModel, effect, signal } from '@preact/signals';
import type { Environment } from '../engine/environment.ts';
import { type DeviceList, Devices, noDevices } from '../engine/media/devices.ts';
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
  const devices = signal<DeviceList>(noDevices);
  const level = signal(0);
  const choice = signal({ microphone: remembered.microphoneId, camera: remembered.cameraId });

  const microphone = computed(() => state.value.microphone);
  const camera = computed(() => state.value.camera);
  const screen = computed(() => state.value.screen);
  const isMuted = computed(() => state.value.isMuted);

  const deviceWatch = new Devices(environment.mediaDevices);
  deviceWatch.on('changed', (list) => (devices.value = list));
  media.on('changed', (next) => (state.value = next));
  effect(() => () => deviceWatch.close());
  // Labels appear with the first permission.
  effect(() => {
    if (microphone.value.at !== 'starting' && camera.value.at !== 'starting') {
      void deviceWatch.refresh();
    }
  });
  meterLevel(environment, microphone, (next) => (level.value = next));

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
    devices: computed(() => devices.value),
    /** The chosen device ids; undefined is the system's default. */
    choice: computed(() => choice.value),
    /** How loud the microphone hears, 0 to 1, muted or not. */
    level: computed(() => level.value),
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
    toggleScreen: () => media.setScreen(screen.peek().at !== 'on'),
    chooseMicrophone: (id: string) => choose({ microphone: id }),
    chooseCamera: (id: string) => choose({ camera: id }),
  };
});
export type MediaModel = InstanceType<typeof MediaModel>;

/** Follows the microphone's track with a meter of its own. */
function meterLevel(
  environment: Environment,
  microphone: ReadonlySignal<LocalMedia['state']['microphone']>,
  show: (level: number) => void,
): void {
  const track = computed(() => (microphone.value.at === 'on' ? microphone.value.track : null));
  effect(() => {
    if (!track.value) return show(0);
    const meter = new LevelMeter(environment, track.value);
    meter.on('level', show);
    return () => meter.close();
  });
}
