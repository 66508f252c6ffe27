// What one can do during a call.
import { MessageSquare, PhoneOff, ScreenShare, ScreenShareOff, Users } from 'lucide';
import type { ChatModel } from '../../state/chat-model.ts';
import type { MediaModel } from '../../state/media-model.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { CameraButton } from '../parts/camera-button.tsx';
import { MicrophoneButton } from '../parts/microphone-button.tsx';
import { RoundButton } from '../parts/round-button.tsx';
import { text } from '../text/index.ts';
import './control-bar.css';
import type { InvitationProps } from './invitation.tsx';
import { InviteButton } from './invite-button.tsx';

export function ControlBar({ room, link }: InvitationProps) {
  const { media, chat, leave } = room;
  return (
    <div class="control-bar" role="group" aria-label={text.controls.bar}>
      <MicrophoneButton media={media} />
      <CameraButton media={media} />
      {media.canShareScreen.value && <ShareButton media={media} />}
      <ChatButton chat={chat} />
      <PeopleButton room={room} />
      <InviteButton room={room} link={link} />
      <RoundButton label={text.controls.leave} icon={PhoneOff} tone="danger" onClick={leave} />
    </div>
  );
}

function ShareButton({ media }: { media: MediaModel }) {
  const { at } = media.screen.value;
  const isSharing = at === 'on';
  return (
    <RoundButton
      label={isSharing ? text.controls.stopSharing : text.controls.share}
      icon={isSharing ? ScreenShareOff : ScreenShare}
      tone={isSharing ? 'active' : 'plain'}
      hasProblem={at === 'failed'}
      onClick={() => void media.toggleScreen()}
    />
  );
}

function ChatButton({ chat }: { chat: ChatModel }) {
  const isOpen = chat.isOpen.value;
  const unread = chat.unread.value;
  return (
    <RoundButton
      label={text.controls.chat}
      icon={MessageSquare}
      tone={isOpen ? 'active' : 'plain'}
      isExpanded={isOpen}
      badge={unread > 0 ? { count: unread, description: text.controls.unread(unread) } : undefined}
      onClick={chat.toggle}
    />
  );
}

function PeopleButton({ room: { people, host } }: { room: RoomModel }) {
  const isOpen = people.isOpen.value;
  const count = host.knocking.value.length;
  return (
    <RoundButton
      label={text.controls.people}
      icon={Users}
      tone={isOpen ? 'active' : 'plain'}
      isExpanded={isOpen}
      badge={count > 0 ? { count, description: text.controls.knocking(count) } : undefined}
      onClick={people.toggle}
    />
  );
}
