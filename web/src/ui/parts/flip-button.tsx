// Turns a phone's camera around; absent where there is nothing to turn.
import { SwitchCamera } from 'lucide';
import type { MediaModel } from '../../state/media-model.ts';
import { text } from '../text/index.ts';
import { RoundButton } from './round-button.tsx';

export function FlipButton({ media }: { media: MediaModel }) {
  const isPhone = matchMedia('(pointer: coarse)').matches;
  if (!isPhone || !media.canFlipCamera.value) return null;
  return (
    <RoundButton
      label={text.controls.flip}
      icon={SwitchCamera}
      onClick={() => void media.flipCamera()}
    />
  );
}
