// Bars that rise with the voice, so that one sees the microphone work.
import type { MediaModel } from '../../state/media-model.ts';
import { text } from '../text/index.ts';
import './level-meter.css';

const bars = [0.05, 0.25, 0.45, 0.65, 0.85];

export function LevelMeter({ media }: { media: MediaModel }) {
  const microphone = media.microphone.value;
  if (microphone.at !== 'on' || microphone.isSilenced) return null;
  const level = media.isMuted.value ? 0 : media.level.value;
  return (
    <div
      class="level-meter"
      role="meter"
      aria-label={text.lobby.level}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(level * 100)}
    >
      {bars.map((threshold) => (
        <span
          key={threshold}
          class={`level-meter__bar ${level > threshold ? 'level-meter__bar--lit' : ''}`}
        />
      ))}
    </div>
  );
}
