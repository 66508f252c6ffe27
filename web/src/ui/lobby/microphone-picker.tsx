// Which microphone to use.
import type { MediaModel } from '../../state/media-model.ts';
import { text } from '../text/index.ts';
import { DevicePicker } from './device-picker.tsx';

export function MicrophonePicker({ media }: { media: MediaModel }) {
  return (
    <DevicePicker
      label={text.lobby.microphone}
      devices={media.devices.value.microphone}
      selected={media.selected.microphone.value}
      onChoose={(id) => void media.chooseMicrophone(id)}
    />
  );
}
