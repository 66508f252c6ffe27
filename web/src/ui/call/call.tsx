// A call from the inside.
import type { CallState } from '../../engine/call-state.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { PeoplePanel } from '../people/people-panel.tsx';
import { text } from '../text/index.ts';
import { AlarmNotice } from './alarm-notice.tsx';
import { Announcer } from './announcer.tsx';
import { CallAudio } from './call-audio.tsx';
import { CallNotices, type CallTrouble } from './call-notices.tsx';
import { CallView } from './call-view.tsx';
import './call.css';
import { ControlBar } from './control-bar.tsx';
import { HostNotices } from './host-notices.tsx';
import { OpenMark } from './open-mark.tsx';

export interface CallProps {
  readonly room: RoomModel;
  readonly state: Extract<CallState, { phase: 'inside' }>;
  readonly link: string;
}

export function Call({ room, state, link }: CallProps) {
  const { media, chat, people, host, safety } = room;
  const isListOpen = people.isOpen.value;
  return (
    <main ref={useShortcuts(media)} class="call">
      <PageHeading class="visually-hidden" title={text.call.title} />
      <Announcer peers={state.peers} />
      <CallNotices media={media} trouble={troubleOf(state)}>
        {!room.isSealed.value && <OpenMark />}
        {safety.alarms.value.map((alarmed) => (
          <AlarmNotice key={`${alarmed.id} ${alarmed.alarm}`} alarmed={alarmed} />
        ))}
        <HostNotices host={host} media={media} isListOpen={isListOpen} />
        <CallAudio participants={room.participants.value} />
      </CallNotices>
      <CallView room={room} link={link} />
      {chat.isOpen.value && <ChatPanel chat={chat} />}
      {isListOpen && <PeoplePanel room={room} state={state} />}
      <ControlBar room={room} link={link} />
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
