// Where to hear the others; absent in browsers that leave it to the system.
import type { SpeakerModel } from '../../state/speaker-model.ts';
import { canChooseSpeaker } from '../hooks/use-speaker.ts';
import { text } from '../text/index.ts';
import { DevicePicker } from './device-picker.tsx';

export function SpeakerPicker({ speaker }: { speaker: SpeakerModel }) {
  if (!canChooseSpeaker()) return null;
  return (
    <DevicePicker
      label={text.lobby.speaker}
      devices={speaker.list.value}
      selected={speaker.id.value}
      onChoose={speaker.choose}
    />
  );
}
