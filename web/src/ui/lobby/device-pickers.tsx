// Which microphone, camera and speaker to use, and the way to all the rest.
import { Settings2 } from 'lucide';
import type { MediaModel } from '../../state/media-model.ts';
import { Button } from '../parts/button.tsx';
import { text } from '../text/index.ts';
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
      <div class="device-pickers__more">
        <Button
          kind="quiet"
          label={text.settings.heading}
          icon={Settings2}
          onClick={media.settings.open}
        />
      </div>
    </div>
  );
}
