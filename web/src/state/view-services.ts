// What the models of the view are made from. They come with its code, which is no part of the first load.
import type { PeerId } from '../../../protocol/ids.ts';
import type { Clock } from '../engine/environment.ts';
import type { Quality } from '../engine/quality.ts';
import type { CallFindings } from '../engine/quality/call-record.ts';
import type { PreferenceStore } from './preferences.ts';

/** What they need of engine/quality.ts. */
export interface QualityServices extends Pick<Quality, 'record' | 'show' | 'saveData'> {
  on(name: 'changed', listener: (record: CallFindings) => void): () => void;
}

export interface ViewServices {
  readonly clock: Clock;
  readonly preferences: PreferenceStore;
  /** How loud each of the others is at the moment, as an amplitude. */
  readonly voiceLevels: () => ReadonlyMap<PeerId, number>;
  /** How the call goes over each connection, and how much of it is asked for. */
  readonly quality: QualityServices;
  readonly createAudioContext: () => AudioContext;
}
