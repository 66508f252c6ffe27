// A call from the inside.
import type { CallState } from '../../engine/call-state.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { text } from '../text/index.ts';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { Announcer } from './announcer.tsx';
import { CallAudio } from './call-audio.tsx';
import { CallNotices, type CallTrouble } from './call-notices.tsx';
import { CallView } from './call-view.tsx';
import './call.css';
import { ControlBar } from './control-bar.tsx';

export interface CallProps {
  readonly room: RoomModel;
  readonly state: Extract<CallState, { phase: 'inside' }>;
  readonly link: string;
}

type Inside = CallProps['state'];

export function Call({ room, state, link }: CallProps) {
  const { media, chat, leave } = room;
  const participants = room.participants.value;
  return (
    <main ref={useShortcuts(media)} class="call">
      <PageHeading class="visually-hidden" title={text.call.title} />
      <Announcer peers={state.peers} />
      <CallNotices media={media} trouble={troubleOf(state)}>
        <CallAudio participants={participants} />
      </CallNotices>
      <CallView media={media} name={room.name.value} participants={participants} link={link} />
      {chat.isOpen.value && <ChatPanel chat={chat} />}
      <ControlBar media={media} chat={chat} link={link} onLeave={leave} />
    </main>
  );
}

/** The room alone is no great loss; the room and everyone in it mean that it is this side's network. */
function troubleOf({ isReachable, isFull, peers }: Inside): CallTrouble | undefined {
  if (isReachable) return undefined;
  if (isFull) return 'seatTaken';
  const isAlone = peers.length > 0 && peers.every(({ link }) => link !== 'connected');
  return isAlone ? 'offline' : 'unreachable';
}
