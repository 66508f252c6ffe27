// A call from the inside.
import type { CallState } from '../../engine/call-state.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { text } from '../text/index.ts';
import { Announcer } from './announcer.tsx';
import { CallAudio } from './call-audio.tsx';
import { CallNotices } from './call-notices.tsx';
import { CallView } from './call-view.tsx';
import './call.css';
import { ControlBar } from './control-bar.tsx';

export interface CallProps {
  readonly room: RoomModel;
  readonly state: Extract<CallState, { phase: 'inside' }>;
  readonly link: string;
}

export function Call({ room, state, link }: CallProps) {
  const { media, leave } = room;
  const participants = room.participants.value;
  return (
    <main ref={useShortcuts(media)} class="call">
      <PageHeading class="visually-hidden" title={text.call.title} />
      <Announcer peers={state.peers} />
      <CallNotices media={media} isReachable={state.isReachable}>
        <CallAudio participants={participants} />
      </CallNotices>
      <CallView media={media} name={room.name.value} participants={participants} link={link} />
      <ControlBar media={media} link={link} onLeave={leave} />
    </main>
  );
}
