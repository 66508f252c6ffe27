// This person's microphone, camera and screen as signals, and the intents to change them.
import { computed, createModel, effect, signal } from '@preact/signals';
import type { Environment } from '../engine/environment.ts';
import type { CaptureState } from '../engine/media/device-capture.ts';
import type { DeviceKind } from '../engine/media/devices.ts';
import type { LocalMedia, LocalMediaState } from '../engine/media/local-media.ts';
import { microphoneSense } from './microphone-sense.ts';
import type { Preferences, PreferenceStore } from './preferences.ts';
import { selectedDevices } from './selected-devices.ts';
import { SettingsModel } from './settings-model.ts';
import { SpeakerModel } from './speaker-model.ts';

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
  const isUnmuted = computed(() => isToBeHeard(state.value));
  const devices = signal(media.devices.list);
  // Typed by name: spelled out, so deep a type is declared to ui/ as `any`.
  const settings: SettingsModel = new SettingsModel({ media, state, preferences });
  const speaker: SpeakerModel = new SpeakerModel(media.devices, preferences);

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
    /** Whether this person is to be heard. */
    isUnmuted,
    /** Whether the others get anything from the microphone. */
    isHeard: computed(() => state.value.outgoing.microphone !== null),
    camera,
    /** What the others see of this person; null while that is nothing. */
    picture: computed(() => state.value.outgoing.camera),
    screen,
    /** Devices in use because another went away. */
    standIns: computed(() => state.value.standIns),
    devices: computed(() => devices.value),
    /** Which of the devices are in use, by their ids. */
    selected: selectedDevices({ state, choice, devices }),
    speaker,
    settings,
    ...microphoneSense(environment, microphone, isMuted),
    canShareScreen: computed(() => media.canShareScreen),

    /** Turns on what was on last time. */
    start: () => media.start(wantedBy(remembered)),
    toggleMicrophone: async () => {
      const wanted = !isUnmuted.peek();
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
    /** Whether there is a phone's other camera to turn to. */
    canFlipCamera: computed(() => devices.value.camera.length > 1 && faces(camera.value)),
    flipCamera: () => media.flipCamera(),
    chooseMicrophone: (id: string) => choose({ microphone: id }),
    chooseCamera: (id: string) => choose({ camera: id }),
  };
});
export interface MediaModel extends InstanceType<typeof MediaModel> {}

function wantedBy(remembered: Preferences): Readonly<Record<DeviceKind, boolean>> {
  return { microphone: remembered.isMicrophoneWanted, camera: remembered.isCameraWanted };
}

/** Now, or as soon as the browser has given the microphone. */
function isToBeHeard({ isMuted, microphone: { at } }: LocalMediaState): boolean {
  return !isMuted && (at === 'on' || at === 'starting');
}

/** A phone's camera knows which way it faces, a computer's does not. */
function faces(camera: CaptureState): boolean {
  if (camera.at !== 'on') return false;
  const { track } = camera;
  const modes = track.getCapabilities?.().facingMode ?? [];
  return modes.length > 0 || track.getSettings().facingMode !== undefined;
}
