// What the keys do, as the sheet that lists them says it.
import type { ShortcutName } from '../../parts/shortcut.ts';

const keys: Record<ShortcutName, string> = {
  microphone: 'Mute or unmute',
  camera: 'Camera on or off',
  talk: 'Hold to talk while muted',
  share: 'Share your screen, or stop',
  chat: 'Chat',
  people: 'People',
  connection: 'Connection',
  invite: 'Invite people',
  hand: 'Raise or lower your hand',
  layout: 'Speaker large, or everyone alike',
  fullScreen: 'Full screen',
  help: 'This list',
  close: 'Close what is open beside the call',
};

export const help = {
  heading: 'Keyboard shortcuts',
  close: 'Close',
  space: 'Space',
  escape: 'Esc',
  off: 'These keys are turned off, all but Esc. You can turn them on in the settings.',
  keys,
};
