// What is wrong with the microphone and the camera, told once where both fail for one reason.
import type { CaptureState } from '../../engine/media/device-capture.ts';
import type { MediaProblem } from '../../engine/media/media-problem.ts';
import type { DeviceKind } from '../text/en.ts';

export interface DeviceProblem {
  readonly device: DeviceKind | 'both';
  readonly problem: MediaProblem;
}

export function deviceProblems(
  microphone: CaptureState,
  camera: CaptureState,
): readonly DeviceProblem[] {
  const heard = microphone.at === 'failed' ? microphone.problem : undefined;
  const seen = camera.at === 'failed' ? camera.problem : undefined;
  if (heard && heard === seen) return [{ device: 'both', problem: heard }];
  return [
    ...(heard ? [{ device: 'microphone', problem: heard } as const] : []),
    ...(seen ? [{ device: 'camera', problem: seen } as const] : []),
  ];
}
