// What is said about microphones and cameras that fail or are not heard, and about those that stand in for another.
import type { DeviceKind } from '../../../engine/media/devices.ts';
import type { Heed } from '../../../engine/media/microphone-check.ts';
import type { MediaProblem } from '../../../engine/media/media-problem.ts';

/** Late is a device that the browser has not given yet, silenced one that is on and gives nothing. */
export type DeviceProblem = MediaProblem | 'late' | 'silenced';

const deviceNames: Record<DeviceKind, string> = { microphone: 'microphone', camera: 'camera' };

/** Both devices at once is the usual case, for one question is asked for both. */
interface DeviceSentence {
  readonly one: (device: string) => string;
  readonly both: string;
}

// They are shown in the call too, where nothing but the buttons is at hand.
const deviceProblems: Record<DeviceProblem, DeviceSentence> = {
  denied: {
    one: (device) =>
      `This page may not use your ${device}. Allow it in the browser, beside the address, and try again.`,
    both: 'This page may not use your camera and microphone. Allow them in the browser, beside the address, and try again.',
  },
  'no-device': {
    one: (device) => `No ${device} found. Plug one in, and it starts by itself.`,
    both: 'No camera and no microphone found. Plug them in, and they start by themselves.',
  },
  'in-use': {
    one: (device) =>
      `Another program is using your ${device}. Close that program, then turn the ${device} on again.`,
    both: 'Another program is using your camera and microphone. Close that program, then turn them on again.',
  },
  lost: {
    one: (device) =>
      `Your ${device} was disconnected. Plug it in again, or another one, and it starts by itself.`,
    both: 'Your camera and microphone were disconnected. Plug them in again, or others, and they start by themselves.',
  },
  unsteady: {
    one: (device) =>
      `Your ${device} keeps disconnecting. Check its cable, or plug in another one, then turn it on again.`,
    both: 'Your camera and microphone keep disconnecting. Check their cables, or plug in others, then turn them on again.',
  },
  late: {
    one: (device) =>
      `Still waiting for your ${device}: the browser may be asking you, near the address. You can go on without it.`,
    both: 'Still waiting for your camera and microphone: the browser may be asking you, near the address. You can go on without them.',
  },
  silenced: {
    one: (device) =>
      `Your ${device} is paused: the others get nothing from it. Look for a privacy switch, a closed lid or a phone call.`,
    both: 'Your camera and microphone are paused: the others get nothing from them. Look for a privacy switch, a closed lid or a phone call.',
  },
  'insecure-page': {
    one: (device) =>
      `Browsers give a ${device} to secure pages only. Open this page with https:// in its address.`,
    both: 'Browsers give a camera and a microphone to secure pages only. Open this page with https:// in its address.',
  },
  unknown: {
    one: (device) => `Your ${device} did not start. Turn it on again, or plug in another one.`,
    both: 'Your camera and microphone did not start. Turn them on again, or plug in others.',
  },
};

export function deviceProblem(device: DeviceKind | 'both', problem: DeviceProblem): string {
  const { one, both } = deviceProblems[problem];
  return device === 'both' ? both : one(deviceNames[device]);
}

/** The device is called `label`, or nothing. */
export function standIn(device: DeviceKind, label: string): string {
  return `Your ${deviceNames[device]} was disconnected. ${label ? `Now using ${label}.` : 'Now using another one.'}`;
}

/** `hasKeys`: there is a keyboard to press them on. */
export function heed(what: Exclude<Heed, 'none'>, { hasKeys }: { hasKeys: boolean }): string {
  if (what === 'silent')
    return 'Your microphone gives no sound at all. Check its switch and its cable, or choose another one in the settings.';
  return hasKeys
    ? 'You are muted: press M or hold Space to talk.'
    : 'You are muted: the others can’t hear you.';
}
