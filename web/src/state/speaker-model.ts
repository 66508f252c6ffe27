// Where the others are heard, in browsers that let a page choose.
import { computed, createModel, effect, signal } from '@preact/signals';
import type { Devices } from '../engine/media/devices.ts';
import type { PreferenceStore } from './preferences.ts';

/** The name of the system's default, for setSinkId (W3C Audio Output Devices, section 2.2). */
const systemsSpeaker = '';

export const SpeakerModel = createModel((devices: Devices, preferences: PreferenceStore) => {
  const chosenId = signal(preferences.load().speakerId);
  const list = signal(devices.list.speaker);
  const isGone = signal(false);

  const isThere = computed(() => list.value.some(({ id }) => id === chosenId.value));

  effect(() =>
    devices.on('changed', ({ speaker }) => {
      const wasThere = isThere.peek();
      list.value = speaker;
      if (isThere.peek()) isGone.value = false;
      else if (wasThere) isGone.value = true;
    }),
  );

  return {
    /** The device to play on, for setSinkId. */
    id: computed(() => (isThere.value ? (chosenId.value ?? systemsSpeaker) : systemsSpeaker)),
    /** All there are. */
    list: computed(() => list.value),
    /** Whether the chosen one went away, and the system's default plays in its place. */
    isGone: computed(() => isGone.value),

    choose: (id: string) => {
      chosenId.value = id;
      isGone.value = false;
      preferences.save({ speakerId: id });
    },
  };
});
export interface SpeakerModel extends InstanceType<typeof SpeakerModel> {}
