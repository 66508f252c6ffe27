// Camera, microphone and speaker, each with something to see or hear of it.
import type { MediaModel } from '../../state/media-model.ts';
import { cameraSentence } from '../lobby/camera-sentence.ts';
import { CameraPicker } from '../lobby/camera-picker.tsx';
import { MicrophonePicker } from '../lobby/microphone-picker.tsx';
import { SpeakerPicker } from '../lobby/speaker-picker.tsx';
import { SelfVideo } from '../parts/self-video.tsx';
import { MicrophoneLevel } from './microphone-level.tsx';
import './device-settings.css';
import { TestSoundButton } from './test-sound-button.tsx';

export function DeviceSettings({ media }: { media: MediaModel }) {
  const picture = media.picture.value;
  return (
    <>
      <div class="device-settings__camera">
        <CameraPicker media={media} />
        <div class="device-settings__picture">
          {picture ? (
            <SelfVideo media={media} track={picture} />
          ) : (
            <p>{cameraSentence(media.camera.value)}</p>
          )}
        </div>
      </div>
      <MicrophonePicker media={media} />
      <MicrophoneLevel media={media} />
      <SpeakerPicker speaker={media.speaker} />
      <div>
        <TestSoundButton speaker={media.speaker} />
      </div>
    </>
  );
}
