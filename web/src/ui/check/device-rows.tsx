// Camera, microphone and speaker, each with something to see or hear of it.
import type { CheckModel } from '../../state/check-model.ts';
import type { MediaModel } from '../../state/media-model.ts';
import { SelfVideo } from '../parts/self-video.tsx';
import { MicrophoneLevel } from '../settings/microphone-level.tsx';
import { checkText } from '../text/check.ts';
import { CheckRow } from './check-row.tsx';
import './device-rows.css';
import { deviceSentence } from './sentences.ts';
import { SpeakerRow } from './speaker-row.tsx';
import { deviceTone } from './tone.ts';

export interface DeviceRowsProps {
  readonly check: CheckModel;
  readonly media: MediaModel;
}

export function DeviceRows({ check, media }: DeviceRowsProps) {
  const { camera, microphone } = check.devices.value;
  const picture = media.picture.value;
  return (
    <>
      <CheckRow
        name={checkText().camera}
        tone={deviceTone(camera)}
        sentence={deviceSentence('camera', camera)}
      >
        {picture && (
          <div class="device-rows__picture">
            <SelfVideo media={media} track={picture} />
          </div>
        )}
      </CheckRow>
      <CheckRow
        name={checkText().microphone}
        tone={deviceTone(microphone)}
        sentence={deviceSentence('microphone', microphone)}
      >
        {media.microphone.value.at === 'on' && (
          <div class="device-rows__level">
            <MicrophoneLevel media={media} />
          </div>
        )}
      </CheckRow>
      <SpeakerRow check={check} speaker={media.speaker} />
    </>
  );
}
