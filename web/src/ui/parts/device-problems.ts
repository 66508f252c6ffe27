// What is wrong with the microphone and the camera, told once where it is the same with both.
import type { CaptureState } from '../../engine/media/device-capture.ts';
import type { DeviceKind } from '../../engine/media/devices.ts';
import type { DeviceProblem } from '../text/en/devices.ts';

export interface DevicesProblem {
  readonly device: DeviceKind | 'both';
  readonly problem: DeviceProblem;
}

export function deviceProblems(
  microphone: CaptureState,
  camera: CaptureState,
): readonly DevicesProblem[] {
  const heard = problemOf(microphone);
  const seen = problemOf(camera);
  if (heard && heard === seen) return [{ device: 'both', problem: heard }];
  return [
    ...(heard ? [{ device: 'microphone', problem: heard } as const] : []),
    ...(seen ? [{ device: 'camera', problem: seen } as const] : []),
  ];
}

export function problemOf(capture: CaptureState): DeviceProblem | undefined {
  switch (capture.at) {
    case 'off':
      return undefined;
    case 'starting':
      return capture.isLate ? 'late' : undefined;
    case 'on':
      return capture.isSilenced ? 'silenced' : undefined;
    case 'failed':
      return capture.problem;
    default:
      return capture satisfies never;
  }
}
