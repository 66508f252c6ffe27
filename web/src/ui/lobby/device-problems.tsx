// Why there is no picture or no sound, under the place where it should be.
import type { MediaModel } from '../../state/media-model.ts';
import { deviceProblems } from '../parts/device-problems.ts';
import { text } from '../text/index.ts';
import './device-problems.css';

export function DeviceProblems({ media }: { media: MediaModel }) {
  return (
    <div class="device-problems" role="status">
      {deviceProblems(media.microphone.value, media.camera.value).map(({ device, problem }) => (
        <p key={device}>{text.deviceProblem(device, problem)}</p>
      ))}
    </div>
  );
}
