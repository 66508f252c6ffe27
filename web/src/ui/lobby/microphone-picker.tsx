// Which microphone to use.
import type { MediaModel } from '../../state/media-model.ts';
import { text } from '../text/index.ts';
import { DevicePicker } from './device-picker.tsx';
import { selectedDevice } from './selected-device.ts';

export function MicrophonePicker({ media }: { media: MediaModel }) {
  const devices = media.devices.value.microphone;
  const capture = media.microphone.value;
  const chosenId = media.choice.value.microphone;
  return (
    <DevicePicker
      label={text.lobby.microphone}
      devices={devices}
      selected={selectedDevice({ capture, chosenId, devices })}
      onChoose={(id) => void media.chooseMicrophone(id)}
    />
  );
}
