// A key that does what a button does. One list of them drives the handler and the sheet that explains it.
import type { MediaModel } from '../../state/media-model.ts';

export type ShortcutName =
  | 'microphone'
  | 'camera'
  | 'talk'
  | 'share'
  | 'chat'
  | 'people'
  | 'invite'
  | 'hand'
  | 'layout'
  | 'fullScreen'
  | 'help'
  | 'close';

export interface Shortcut {
  readonly name: ShortcutName;
  /** As KeyboardEvent.key has it, in small letters. */
  readonly key: string;
  /** May answer that there was nothing to do, and that the key is free for whatever has the focus. */
  readonly press: () => boolean | void;
  /** For a key that is held: told once, whatever ends it. */
  readonly release?: () => void;
}

/** Those that work at the door, too. */
export function mediaShortcuts(media: MediaModel): Shortcut[] {
  return [
    { name: 'microphone', key: 'm', press: () => void media.toggleMicrophone() },
    { name: 'camera', key: 'v', press: () => void media.toggleCamera() },
  ];
}
