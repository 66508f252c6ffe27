// What one can do during a call.
import { PhoneOff, ScreenShare, ScreenShareOff } from 'lucide';
import type { MediaModel } from '../../state/media-model.ts';
import { CameraButton } from '../parts/camera-button.tsx';
import { MicrophoneButton } from '../parts/microphone-button.tsx';
import { RoundButton } from '../parts/round-button.tsx';
import { text } from '../text/index.ts';
import './control-bar.css';
import { InviteButton } from './invite-button.tsx';

export interface ControlBarProps {
  readonly media: MediaModel;
  readonly link: string;
  readonly onLeave: () => void;
}

export function ControlBar({ media, link, onLeave }: ControlBarProps) {
  return (
    <div class="control-bar" role="group" aria-label={text.controls.bar}>
      <MicrophoneButton media={media} />
      <CameraButton media={media} />
      {media.canShareScreen.value && <ShareButton media={media} />}
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
