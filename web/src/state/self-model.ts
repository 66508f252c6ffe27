// What this person lets the others know of them: a name, and whether their address.
import { computed, createModel, signal } from '@preact/signals';
import { maxNameLength } from '../../../protocol/limits.ts';
import type { Call } from '../engine/call.ts';
import type { PreferenceStore } from './preferences.ts';

export const SelfModel = createModel((call: Call, preferences: PreferenceStore) => {
  const remembered = preferences.load();
  const name = signal(remembered.name);
  const hidesAddress = signal(remembered.hidesAddress);
  call.self.hideAddress(hidesAddress.peek());

  return {
    name: computed(() => name.value),
    /** Whether this person connects through the relay only, whatever the room asks for. */
    hidesAddress: computed(() => hidesAddress.value),

    setName: (next: string) => {
      name.value = next.slice(0, maxNameLength);
      preferences.save({ name: name.peek() });
      call.self.setProfile({ name: name.peek().trim() });
    },
    hideAddress: (hides: boolean) => {
      hidesAddress.value = hides;
      preferences.save({ hidesAddress: hides });
      call.self.hideAddress(hides);
    },
  };
});
export interface SelfModel extends InstanceType<typeof SelfModel> {}
