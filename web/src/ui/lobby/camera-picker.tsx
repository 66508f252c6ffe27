// Which camera to use.
import type { MediaModel } from '../../state/media-model.ts';
import { text } from '../text/index.ts';
import { DevicePicker } from './device-picker.tsx';
import { selectedDevice } from './selected-device.ts';

export function CameraPicker({ media }: { media: MediaModel }) {
  const devices = media.devices.value.camera;
  const capture = media.camera.value;
  const chosenId = media.choice.value.camera;
  return (
    <DevicePicker
      label={text.lobby.camera}
      devices={devices}
      selected={selectedDevice({ capture, chosenId, devices })}
      onChoose={(id) => void media.chooseCamera(id)}
    />
  );
}
