// Camera, microphone and speaker, each with something to see or hear of it.
import type { CaptureState } from '../../engine/media/device-capture.ts';
import type { CheckModel } from '../../state/check-model.ts';
import type { MediaModel } from '../../state/media-model.ts';
import { SelfVideo } from '../parts/self-video.tsx';
import { MicrophoneLevel } from '../settings/microphone-level.tsx';
import { checkText } from '../text/check.ts';
import { CheckRow } from './check-row.tsx';
import './device-rows.css';
import { DeviceSwitch } from './device-switch.tsx';
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
        {isPictureNear(media.camera.value) && (
          <div class="device-rows__picture">
            {picture && <SelfVideo media={media} track={picture} />}
          </div>
        )}
        {canTurnOn(media.camera.value) && (
          <DeviceSwitch
            label={checkText().turnOn.camera}
            onTurnOn={() => void media.toggleCamera()}
          />
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
        {canTurnOn(media.microphone.value) && (
          <DeviceSwitch
            label={checkText().turnOn.microphone}
            onTurnOn={() => void media.toggleMicrophone()}
          />
        )}
      </CheckRow>
      <SpeakerRow check={check} speaker={media.speaker} />
    </>
  );
}

function canTurnOn({ at }: CaptureState): boolean {
  return at === 'off' || at === 'failed';
}

/** Its place is kept while it may come. */
function isPictureNear({ at }: CaptureState): boolean {
  return at === 'starting' || at === 'on';
}
