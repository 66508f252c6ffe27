// Why there is no picture of oneself.
import type { CaptureState } from '../../engine/media/device-capture.ts';
import { text } from '../text/index.ts';

/** Of a camera that is on, it is about the system that silences it. */
export function cameraSentence(camera: CaptureState): string {
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
