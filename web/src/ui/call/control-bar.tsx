// What one can do during a call.
import { MessageSquare, PhoneOff, ScreenShare, ScreenShareOff } from 'lucide';
import type { ChatModel } from '../../state/chat-model.ts';
import type { MediaModel } from '../../state/media-model.ts';
import { CameraButton } from '../parts/camera-button.tsx';
import { MicrophoneButton } from '../parts/microphone-button.tsx';
import { RoundButton } from '../parts/round-button.tsx';
import { text } from '../text/index.ts';
import './control-bar.css';
import { InviteButton } from './invite-button.tsx';

export interface ControlBarProps {
  readonly media: MediaModel;
  readonly chat: ChatModel;
  readonly link: string;
  readonly onLeave: () => void;
}

export function ControlBar({ media, chat, link, onLeave }: ControlBarProps) {
  return (
    <div class="control-bar" role="group" aria-label={text.controls.bar}>
      <MicrophoneButton media={media} />
      <CameraButton media={media} />
      {media.canShareScreen.value && <ShareButton media={media} />}
      <ChatButton chat={chat} />
      <InviteButton link={link} />
      <RoundButton label={text.controls.leave} icon={PhoneOff} tone="danger" onClick={onLeave} />
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
