// What the others would see and hear, before they do.
import { Settings2 } from 'lucide';
import type { MediaModel } from '../../state/media-model.ts';
import { Avatar } from '../parts/avatar.tsx';
import { CameraButton } from '../parts/camera-button.tsx';
import { FlipButton } from '../parts/flip-button.tsx';
import { MicrophoneButton } from '../parts/microphone-button.tsx';
import { RoundButton } from '../parts/round-button.tsx';
import { SelfVideo } from '../parts/self-video.tsx';
import { text } from '../text/index.ts';
import { cameraSentence } from './camera-sentence.ts';
import { LevelMeter } from './level-meter.tsx';
import './preview.css';

export interface PreviewProps {
  readonly media: MediaModel;
  readonly name: string;
  /** For the colour, as Avatar has it. */
  readonly seed: string | undefined;
}

export function Preview({ media, name, seed }: PreviewProps) {
  const picture = media.picture.value;
  return (
    <section class="preview" aria-label={text.lobby.preview}>
      {picture ? (
        <SelfVideo media={media} track={picture} />
      ) : (
        <div class="preview__blank">
          <Avatar name={name} seed={seed} />
          <p role="status">{cameraSentence(media.camera.value)}</p>
        </div>
      )}
      <div class="preview__controls">
        <LevelMeter media={media} />
        <MicrophoneButton media={media} />
        <CameraButton media={media} />
        <FlipButton media={media} />
        <div class="preview__more">
          <RoundButton label={text.settings} icon={Settings2} onClick={media.settings.open} />
        </div>
      </div>
    </section>
  );
}
