// A key that does what a button does. One list of them drives the handler and the sheet that explains it.
import type { MediaModel } from '../../state/media-model.ts';
import { text } from '../text/index.ts';

export type ShortcutName =
  | 'microphone'
  | 'camera'
  | 'talk'
  | 'share'
  | 'chat'
  | 'people'
  | 'connection'
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

/** Only keys that write nothing, for whoever turned the others off (WCAG 2.2, 2.1.4): who dictates would press them. */
export function heardShortcuts(shortcuts: readonly Shortcut[], { settings }: MediaModel) {
  return settings.usesShortcuts.value ? shortcuts : shortcuts.filter(({ key }) => key.length > 1);
}

/** The words, and the key that does the same, while it does. */
export function withKey(label: string, key: string, { settings }: MediaModel): string {
  return settings.usesShortcuts.value ? text.controls.withKey(label, key) : label;
}

/** Those that work at the door, too. */
export function mediaShortcuts(media: MediaModel): Shortcut[] {
  return [
    { name: 'microphone', key: 'm', press: () => void media.toggleMicrophone() },
    { name: 'camera', key: 'v', press: () => void media.toggleCamera() },
  ];
}
