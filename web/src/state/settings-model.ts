// How this person wants to sound, to look and to share; and whether the dialog about it is open.
import { type ReadonlySignal, computed, createModel, signal } from '@preact/signals';
import type { LocalMedia, LocalMediaState } from '../engine/media/local-media.ts';
import type { ScreenHint } from '../engine/media/screen-capture.ts';
import { DataUseModel } from './data-use-model.ts';
import type { Preferences, PreferenceStore } from './preferences.ts';

/** What a browser can do to a voice, by the names of W3C Media Capture, section 4.3.8. */
const soundSettings = ['noiseSuppression', 'echoCancellation', 'autoGainControl'] as const;
export type SoundSetting = (typeof soundSettings)[number];

export interface SettingsOptions {
  readonly media: LocalMedia;
  readonly state: ReadonlySignal<LocalMediaState>;
  readonly preferences: PreferenceStore;
}

export const SettingsModel = createModel(({ media, state, preferences }: SettingsOptions) => {
  const wanted = signal(preferences.load());
  const isOpen = signal(false);
  // Typed by name: spelled out, so deep a type is declared to ui/ as `any`.
  const dataUse: DataUseModel = new DataUseModel(media, preferences);
  const camera = computed(() =>
    state.value.camera.at === 'on' ? state.value.camera.track : undefined,
  );

  function want(change: Partial<Preferences>): void {
    preferences.save(change);
    wanted.value = { ...wanted.peek(), ...change };
  }
  function adjustMicrophone(): Promise<void> {
    const { noiseSuppression, echoCancellation, autoGainControl } = wanted.peek();
    return media.adjust('microphone', { noiseSuppression, echoCancellation, autoGainControl });
  }
  const adjustCamera = () => media.adjust('camera', { backgroundBlur: wanted.peek().isBlurred });

  void adjustMicrophone();
  void adjustCamera();
  media.setScreenHint(wanted.peek().screenHint);

  return {
    isOpen: computed(() => isOpen.value),
    open: () => void (isOpen.value = true),
    close: () => void (isOpen.value = false),

    dataUse,

    /** What the browser can do to the sound, and whether it is wanted. */
    sound: computed(() =>
      soundSettings
        .filter((name) => media.supported[name])
        .map((name) => ({ name, isOn: wanted.value[name] })),
    ),
    setSound: async (name: SoundSetting, isOn: boolean) => {
      want({ [name]: isOn });
      await adjustMicrophone();
    },

    /** Whether who comes and goes is heard as well as seen. */
    playsSounds: computed(() => wanted.value.playsSounds),
    setPlaysSounds: (playsSounds: boolean) => want({ playsSounds }),

    /** Whether single keys do what buttons do. */
    usesShortcuts: computed(() => wanted.value.usesShortcuts),
    setUsesShortcuts: (usesShortcuts: boolean) => want({ usesShortcuts }),

    /** Whether the camera in use can blur what is behind the person. */
    canBlur: computed(
      () => camera.value?.getCapabilities?.().backgroundBlur?.includes(true) ?? false,
    ),
    isBlurred: computed(() => wanted.value.isBlurred),
    blur: async (isBlurred: boolean) => {
      want({ isBlurred });
      await adjustCamera();
    },

    /** What the person chose; of a phone's back camera there is no mirror. */
    wantsMirror: computed(() => wanted.value.isMirrored),
    isMirrored: computed(() => wanted.value.isMirrored && state.value.facing !== 'environment'),
    mirror: (isMirrored: boolean) => want({ isMirrored }),

    screenHint: computed(() => wanted.value.screenHint),
    setScreenHint: (screenHint: ScreenHint) => {
      want({ screenHint });
      media.setScreenHint(screenHint);
    },
  };
});
export interface SettingsModel extends InstanceType<typeof SettingsModel> {}
