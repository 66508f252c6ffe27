// Where each step of a check stands, read from what the devices are doing.
import type { RelayFinding } from '../engine/check/judge-relay.ts';
import type { RelayAddress } from '../engine/check/relay-address.ts';
import type { CaptureState } from '../engine/media/device-capture.ts';
import type { MediaProblem } from '../engine/media/media-problem.ts';

export type Step<Finding> =
  | { readonly at: 'running' }
  | { readonly at: 'found'; readonly finding: Finding };

export type RelayStep =
  | { readonly at: 'connecting' | 'measuring'; readonly address: RelayAddress }
  | { readonly at: 'found'; readonly address: RelayAddress; readonly finding: RelayFinding };

/** Late is a device that the browser has not given yet, silenced one that is on and gives nothing, silent a microphone that hears nothing at all. */
export type DeviceTrouble = MediaProblem | 'late' | 'silenced' | 'silent';

export type DeviceStep =
  /** The person wants none; `listening`: to what they say, to see whether it is heard. */
  | { readonly at: 'off' | 'starting' | 'listening' }
  | { readonly at: 'trouble'; readonly trouble: DeviceTrouble }
  | { readonly at: 'works' };

/** The sound that the person is asked about. */
export type SpeakerStep = 'unplayed' | 'playing' | 'asking' | 'heard' | 'unheard' | 'failed';

export function cameraStep(camera: CaptureState): DeviceStep {
  switch (camera.at) {
    case 'off':
      return { at: 'off' };
    case 'starting':
      return camera.isLate ? { at: 'trouble', trouble: 'late' } : { at: 'starting' };
    case 'on':
      return camera.isSilenced ? { at: 'trouble', trouble: 'silenced' } : { at: 'works' };
    case 'failed':
      return { at: 'trouble', trouble: camera.problem };
    default:
      return camera satisfies never;
  }
}

/** A microphone works when somebody was heard. */
export function microphoneStep(
  microphone: CaptureState,
  { hasHeard, isSilent }: { readonly hasHeard: boolean; readonly isSilent: boolean },
): DeviceStep {
  const step = cameraStep(microphone);
  if (step.at !== 'works' || hasHeard) return step;
  return isSilent ? { at: 'trouble', trouble: 'silent' } : { at: 'listening' };
}
