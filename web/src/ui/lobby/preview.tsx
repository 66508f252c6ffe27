// What the others would see and hear, before they do.
import type { CaptureState } from '../../engine/media/device-capture.ts';
import type { MediaModel } from '../../state/media-model.ts';
import { Avatar } from '../parts/avatar.tsx';
import { CameraButton } from '../parts/camera-button.tsx';
import { MicrophoneButton } from '../parts/microphone-button.tsx';
import { SelfVideo } from '../parts/self-video.tsx';
import { text } from '../text/index.ts';
import { LevelMeter } from './level-meter.tsx';
import './preview.css';

export interface PreviewProps {
  readonly media: MediaModel;
  readonly name: string;
}

export function Preview({ media, name }: PreviewProps) {
  const camera = media.camera.value;
  return (
    <section class="preview" aria-label={text.lobby.preview}>
      {camera.at === 'on' && !camera.isSilenced ? (
        <SelfVideo track={camera.track} />
      ) : (
        <div class="preview__blank">
          <Avatar name={name} seed="" />
          <p role="status">{blankSentence(camera)}</p>
        </div>
      )}
      <div class="preview__controls">
        <LevelMeter media={media} />
        <MicrophoneButton media={media} />
        <CameraButton media={media} />
      </div>
    </section>
  );
}

function blankSentence(camera: CaptureState): string {
  switch (camera.at) {
    case 'off':
      return text.lobby.cameraOff;
    case 'starting':
      return text.lobby.allow;
    case 'on':
      return text.lobby.cameraPaused;
    case 'failed':
      return text.lobby.noCamera;
    default:
      return camera satisfies never;
  }
}
