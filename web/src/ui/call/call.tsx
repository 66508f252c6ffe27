// A call from the inside.
import { useModel, useSignal } from '@preact/signals';
import type { CallState } from '../../engine/call-state.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { ViewModel } from '../../state/view-model.ts';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { Connection, ConnectionNotices } from '../connection/connection.tsx';
import { FileDrop } from '../files/file-drop.tsx';
import { useChimes } from '../hooks/use-chimes.ts';
import { useFullScreen } from '../hooks/use-full-screen.ts';
import { useMiniWindow } from '../hooks/use-mini-window.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { useWakeLock } from '../hooks/use-wake-lock.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { heardShortcuts } from '../parts/shortcut.ts';
import { PeoplePanel } from '../people/people-panel.tsx';
import { Settings } from '../settings/settings.tsx';
import { text } from '../text/index.ts';
import { AlarmNotice } from './alarm-notice.tsx';
import { Announcer } from './announcer.tsx';
import { CallAudio } from './call-audio.tsx';
import { CallNotices, type CallTrouble } from './call-notices.tsx';
import { CallView } from './call-view.tsx';
import './call.css';
import { ControlBar } from './control-bar.tsx';
import { FloatingSigns } from './floating-signs.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { HostNotices } from './host-notices.tsx';
import { InvitePopover, toggleInvitation } from './invite-popover.tsx';
import { MiniWindow } from './mini-window.tsx';
import { OpenMark } from './open-mark.tsx';
import { callShortcuts } from './shortcuts.ts';
import { Toasts } from './toasts.tsx';

export interface CallProps {
  readonly room: RoomModel;
  readonly state: Extract<CallState, { phase: 'inside' }>;
  readonly link: string;
}

export function Call({ room, state, link }: CallProps) {
  const { media, chat, people, host, safety } = room;
  const play = useChimes(() => room.viewServices().createAudioContext(), media.speaker.id);
  const view = useModel<ViewModel>(() => new ViewModel(room, play));
  const fullScreen = useFullScreen();
  const miniWindow = useMiniWindow(() => <MiniWindow room={room} view={view} />);
  const isHelpOpen = useSignal(false);
  const toggleHelp = () => void (isHelpOpen.value = !isHelpOpen.peek());
  const shortcuts = callShortcuts({ room, view, fullScreen, toggleInvitation, toggleHelp });
  const heard = heardShortcuts(shortcuts, media);
  const hasKeys = media.settings.usesShortcuts.value;
  useWakeLock();
  const isListOpen = people.isOpen.value;
  return (
    <main ref={useShortcuts(heard)} class={`call ${hasKeys ? '' : 'call--keyless'}`}>
      <PageHeading class="visually-hidden" title={text.call} />
      <Announcer news={view.news} />
      <CallNotices media={media} trouble={troubleOf(state)}>
        {!room.isSealed.value && <OpenMark />}
        {safety.alarms.value.map((alarmed) => (
          <AlarmNotice key={`${alarmed.id} ${alarmed.alarm}`} alarmed={alarmed} />
        ))}
        <ConnectionNotices room={room} view={view} />
        <HostNotices host={host} media={media} isListOpen={isListOpen} />
        <CallAudio participants={room.participants.value} speaker={media.speaker} />
      </CallNotices>
      <CallView room={room} view={view} link={link} />
      <Toasts news={view.news} />
      {chat.isOpen.value && <ChatPanel room={room} />}
      {isListOpen && <PeoplePanel room={room} state={state} />}
      <Connection room={room} view={view} />
      <FloatingSigns gestures={room.gestures} participants={room.participants.value} />
      <ControlBar {...{ room, view, fullScreen, miniWindow }} onHelp={toggleHelp} />
      <InvitePopover room={room} link={link} />
      {isHelpOpen.value && (
        <HelpSheet {...{ shortcuts, hasKeys }} onClose={() => (isHelpOpen.value = false)} />
      )}
      <FileDrop room={room} />
      <Settings media={media} />
    </main>
  );
}

/** The room alone is no great loss; the room and everyone in it mean that it is this side's network. */
function troubleOf({ isReachable, refusal, peers }: CallProps['state']): CallTrouble | undefined {
  if (isReachable) return undefined;
  if (refusal) return refusal === 'room-full' ? 'seatTaken' : 'shutOut';
  const isAlone = peers.length > 0 && peers.every(({ link }) => link !== 'connected');
  return isAlone ? 'offline' : 'unreachable';
}
