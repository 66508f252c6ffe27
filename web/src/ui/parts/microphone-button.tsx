// Mutes and unmutes, in the lobby and in the call.
import { Mic, MicOff } from 'lucide';
import type { MediaModel } from '../../state/media-model.ts';
import { text } from '../text/index.ts';
import { problemOf } from './device-problems.ts';
import { RoundButton } from './round-button.tsx';
import { withKey } from './shortcut.ts';

export function MicrophoneButton({ media }: { media: MediaModel }) {
  const microphone = media.microphone.value;
  const isUnmuted = media.isUnmuted.value;
  const label = isUnmuted ? text.controls.mute : text.controls.unmute;
  return (
    <RoundButton
      label={label}
      tooltip={withKey(label, 'M', media)}
      icon={isUnmuted ? Mic : MicOff}
      tone={isUnmuted ? 'plain' : 'off'}
      hasProblem={problemOf(microphone) !== undefined}
      isBusy={microphone.at === 'starting'}
      onClick={() => void media.toggleMicrophone()}
    />
  );
}
