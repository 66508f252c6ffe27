// How much of the network a call may take, as the person chose last time and may choose anew.
import { computed, createModel, signal } from '@preact/signals';
import type { LocalMedia } from '../engine/media/local-media.ts';
import type { DataUse } from './data-use.ts';
import type { PreferenceStore } from './preferences.ts';

export const DataUseModel = createModel((media: LocalMedia, preferences: PreferenceStore) => {
  const chosen = signal(preferences.load().dataUse);
  /** With pictures, as it was last. */
  let before: Exclude<DataUse, 'audio-only'> = 'full';

  async function choose(dataUse: DataUse): Promise<void> {
    const old = chosen.peek();
    if (old !== 'audio-only') before = old;
    chosen.value = dataUse;
    preferences.save({ dataUse });
    if (dataUse !== 'audio-only') return;
    preferences.save({ isCameraWanted: false });
    await media.setCamera(false);
  }

  return {
    chosen: computed(() => chosen.value),
    /** Whoever only wants sound sends no picture either, unless they turn their camera on again. */
    choose,
    /** Ends doing without pictures: whoever saved before saves again. */
    showPictures: () => choose(before),
  };
});
export interface DataUseModel extends InstanceType<typeof DataUseModel> {}
