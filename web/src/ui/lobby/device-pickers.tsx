// Which microphone, camera and speaker to use.
import type { MediaModel } from '../../state/media-model.ts';
import { CameraPicker } from './camera-picker.tsx';
import './device-pickers.css';
import { MicrophonePicker } from './microphone-picker.tsx';
import { SpeakerPicker } from './speaker-picker.tsx';

export function DevicePickers({ media }: { media: MediaModel }) {
  return (
    <div class="device-pickers">
      <MicrophonePicker media={media} />
      <CameraPicker media={media} />
      <SpeakerPicker speaker={media.speaker} />
    </div>
  );
}
