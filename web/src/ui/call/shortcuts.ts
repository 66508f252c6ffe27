// Every key of a call. What a browser or a deployment does not have is not listed.
import type { RoomModel } from '../../state/room-model.ts';
import type { ViewModel } from '../../state/view-model.ts';
import type { Toggle } from '../hooks/use-full-screen.ts';
import { type Shortcut, mediaShortcuts } from '../parts/shortcut.ts';
import { pushToTalk } from './push-to-talk.ts';

export interface ShortcutOptions {
  readonly room: RoomModel;
  readonly view: ViewModel;
  readonly fullScreen: Toggle | undefined;
  readonly toggleInvitation: () => void;
  readonly toggleHelp: () => void;
}

export function callShortcuts(options: ShortcutOptions): Shortcut[] {
  const { room, view, fullScreen, toggleInvitation, toggleHelp } = options;
  const { media, chat, people, gestures } = room;
  const share: Shortcut = { name: 'share', key: 's', press: () => void media.toggleScreen() };
  return [
    ...mediaShortcuts(media),
    { name: 'talk', key: ' ', ...pushToTalk(media) },
    ...(media.canShareScreen.value ? [share] : []),
    { name: 'hand', key: 'h', press: gestures.toggleHand },
    { name: 'chat', key: 'c', press: chat.toggle },
    { name: 'people', key: 'p', press: people.toggle },
    { name: 'connection', key: 'n', press: view.connection.toggle },
    { name: 'invite', key: 'i', press: toggleInvitation },
    { name: 'layout', key: 'l', press: view.layout.toggleMode },
    ...(fullScreen
      ? [{ name: 'fullScreen', key: 'f', press: fullScreen.toggle } satisfies Shortcut]
      : []),
    { name: 'help', key: '?', press: toggleHelp },
    { name: 'close', key: 'escape', press: () => closePanel(room, view) },
  ];
}

/** No two are ever open at once. */
function closePanel({ chat, people }: RoomModel, { connection }: ViewModel): boolean {
  const panel = [chat, people, connection].find(({ isOpen }) => isOpen.peek());
  panel?.toggle();
  return panel !== undefined;
}
