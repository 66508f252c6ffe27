// Which camera to use.
import type { MediaModel } from '../../state/media-model.ts';
import { text } from '../text/index.ts';
import { DevicePicker } from './device-picker.tsx';

export function CameraPicker({ media }: { media: MediaModel }) {
  return (
    <DevicePicker
      label={text.lobby.camera}
      devices={media.devices.value.camera}
      selected={media.selected.camera.value}
      onChoose={(id) => void media.chooseCamera(id)}
    />
  );
}
