// How much of the network a call may take, as the person chose last time and may choose anew.
import { computed, createModel, signal } from '@preact/signals';
import type { LocalMedia } from '../engine/media/local-media.ts';
import type { Preferences, PreferenceStore } from './preferences.ts';

export const DataUseModel = createModel((media: LocalMedia, preferences: PreferenceStore) => {
  const chosen = signal(preferences.load().dataUse);

  return {
    chosen: computed(() => chosen.value),
    /** Whoever only wants sound sends no picture either, unless they turn their camera on again. */
    choose: async (dataUse: Preferences['dataUse']) => {
      chosen.value = dataUse;
      preferences.save({ dataUse });
      if (dataUse !== 'audio-only') return;
      preferences.save({ isCameraWanted: false });
      await media.setCamera(false);
    },
  };
});
export interface DataUseModel extends InstanceType<typeof DataUseModel> {}
