// What the models of the view are made from. They come with its code, which is no part of the first load.
import type { PeerId } from '../../../protocol/ids.ts';
import type { Clock } from '../engine/environment.ts';
import type { PreferenceStore } from './preferences.ts';

export interface ViewServices {
  readonly clock: Clock;
  readonly preferences: PreferenceStore;
  /** How loud each of the others is at the moment, as an amplitude. */
  readonly voiceLevels: () => ReadonlyMap<PeerId, number>;
  readonly createAudioContext: () => AudioContext;
}
