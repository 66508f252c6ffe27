// Why there is no picture or no sound, or another device than one thinks, under the place where it should be.
import type { MediaModel } from '../../state/media-model.ts';
import { deviceLabel } from '../parts/device-label.ts';
import { deviceProblems } from '../parts/device-problems.ts';
import { text } from '../text/index.ts';
import './device-problems.css';

export function DeviceProblems({ media }: { media: MediaModel }) {
  return (
    <div class="device-problems" role="status">
      {deviceProblems(media.microphone.value, media.camera.value).map(({ device, problem }) => (
        <p key={device} class={`device-problems__${problem === 'late' ? 'news' : 'problem'}`}>
          {text.deviceProblem(device, problem)}
        </p>
      ))}
      {media.standIns.value.map(({ kind, device }) => (
        <p key={`instead of ${kind}`} class="device-problems__news">
          {text.standIn(kind, deviceLabel(device, media.devices.value[kind]))}
        </p>
      ))}
    </div>
  );
}
