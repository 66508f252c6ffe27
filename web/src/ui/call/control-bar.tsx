// What one can do during a call.
import { MessageSquare, PhoneOff, ScreenShare, ScreenShareOff, UserPlus, Users } from 'lucide';
import type { ChatModel } from '../../state/chat-model.ts';
import type { MediaModel } from '../../state/media-model.ts';
import type { RoomModel } from '../../state/room-model.ts';
import type { ViewModel } from '../../state/view-model.ts';
import type { Toggle } from '../hooks/use-full-screen.ts';
import { CameraButton } from '../parts/camera-button.tsx';
import { MicrophoneButton } from '../parts/microphone-button.tsx';
import { RoundButton } from '../parts/round-button.tsx';
import { withKey } from '../parts/shortcut.ts';
import { callText } from '../text/call.ts';
import './control-bar.css';
import { invitePopoverId } from './invite-popover.tsx';
import { MoreButton } from './more-button.tsx';
import { ReactButton } from './react-button.tsx';

export interface ControlBarProps {
  readonly room: RoomModel;
  readonly view: ViewModel;
  readonly fullScreen: Toggle | undefined;
  readonly miniWindow: Toggle | undefined;
  readonly onHelp: () => void;
}

export function ControlBar(props: ControlBarProps) {
  const { media, chat, leave, gestures } = props.room;
  return (
    <div class="control-bar" role="group" aria-label={callText().bar.label}>
      <MicrophoneButton media={media} />
      <CameraButton media={media} />
      {media.canShareScreen.value && (
        <div class="control-bar__spare">
          <ShareButton media={media} />
        </div>
      )}
      <ReactButton gestures={gestures} />
      <ChatButton chat={chat} media={media} />
      <div class="control-bar__spare">
        <PeopleButton room={props.room} />
        <RoundButton
          label={callText().bar.invite}
          tooltip={withKey(callText().bar.invite, 'I', media)}
          icon={UserPlus}
          opens={invitePopoverId}
        />
      </div>
      <MoreButton {...props} />
      <RoundButton label={callText().bar.leave} icon={PhoneOff} tone="danger" onClick={leave} />
    </div>
  );
}

function ShareButton({ media }: { media: MediaModel }) {
  const { at } = media.screen.value;
  const isSharing = at === 'on';
  const label = isSharing ? callText().bar.stopSharing : callText().bar.share;
  return (
    <RoundButton
      label={label}
      tooltip={withKey(label, 'S', media)}
      icon={isSharing ? ScreenShareOff : ScreenShare}
      tone={isSharing ? 'active' : 'plain'}
      hasProblem={at === 'failed'}
      onClick={() => void media.toggleScreen()}
    />
  );
}

function ChatButton({ chat, media }: { chat: ChatModel; media: MediaModel }) {
  const isOpen = chat.isOpen.value;
  const unread = chat.unread.value;
  return (
    <RoundButton
      label={callText().bar.chat}
      tooltip={withKey(callText().bar.chat, 'C', media)}
      icon={MessageSquare}
      tone={isOpen ? 'active' : 'plain'}
      isExpanded={isOpen}
      badge={unread > 0 ? { count: unread, description: callText().bar.unread(unread) } : undefined}
      onClick={chat.toggle}
    />
  );
}

function PeopleButton({ room: { people, host, media } }: { room: RoomModel }) {
  const isOpen = people.isOpen.value;
  const count = host.knocking.value.length;
  return (
    <RoundButton
      label={callText().bar.people}
      tooltip={withKey(callText().bar.people, 'P', media)}
      icon={Users}
      tone={isOpen ? 'active' : 'plain'}
      isExpanded={isOpen}
      badge={count > 0 ? { count, description: callText().bar.knocking(count) } : undefined}
      onClick={people.toggle}
    />
  );
}
