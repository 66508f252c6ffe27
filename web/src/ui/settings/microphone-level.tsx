// How loud the microphone hears, also while it is muted: the others hear nothing of it then.
import type { MediaModel } from '../../state/media-model.ts';
import { text } from '../text/index.ts';
import './microphone-level.css';

export function MicrophoneLevel({ media }: { media: MediaModel }) {
  const level = media.level.value;
  return (
    <div
      class="microphone-level"
      role="meter"
      aria-label={text.lobby.level}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(level * 100)}
      style={{ '--level': level }}
    />
  );
}
