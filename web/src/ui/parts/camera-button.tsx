// Turns the camera on and off, in the lobby and in the call.
import { Video, VideoOff } from 'lucide';
import type { MediaModel } from '../../state/media-model.ts';
import { text } from '../text/index.ts';
import { problemOf } from './device-problems.ts';
import { RoundButton } from './round-button.tsx';
import { withKey } from './shortcut.ts';

export function CameraButton({ media }: { media: MediaModel }) {
  const camera = media.camera.value;
  const { at } = camera;
  const isSeen = at === 'on' || at === 'starting';
  const label = isSeen ? text.controls.cameraOff : text.controls.cameraOn;
  return (
    <RoundButton
      label={label}
      tooltip={withKey(label, 'V', media)}
      icon={isSeen ? Video : VideoOff}
      tone={isSeen ? 'plain' : 'off'}
      hasProblem={problemOf(camera) !== undefined}
      isBusy={at === 'starting'}
      onClick={() => void media.toggleCamera()}
    />
  );
}
