// Which microphone and camera to use.
import type { CaptureState } from '../../engine/media/device-capture.ts';
import type { MediaModel } from '../../state/media-model.ts';
import { text } from '../text/index.ts';
import { DevicePicker } from './device-picker.tsx';
import './device-pickers.css';

export function DevicePickers({ media }: { media: MediaModel }) {
  const microphone = media.microphone.value;
  const camera = media.camera.value;
  const devices = media.devices.value;
  const choice = media.choice.value;
  return (
    <div class="device-pickers">
      <DevicePicker
        label={text.lobby.microphone}
        devices={devices.microphone}
        selected={deviceInUse(microphone) ?? choice.microphone}
        onChoose={(id) => void media.chooseMicrophone(id)}
      />
      <DevicePicker
        label={text.lobby.camera}
        devices={devices.camera}
        selected={deviceInUse(camera) ?? choice.camera}
        onChoose={(id) => void media.chooseCamera(id)}
      />
    </div>
  );
}

/** What the browser gave can differ from what was chosen. */
function deviceInUse(capture: CaptureState): string | undefined {
  return capture.at === 'on' ? capture.track.getSettings().deviceId : undefined;
}
