// The dialog about devices, sound, picture and keys. Its sentences are loaded with it.
import type { SoundSetting } from '../../../state/settings-model.ts';

/** A switch, and what it does. */
export interface Explained {
  readonly label: string;
  readonly note: string;
}

const sounds: Record<SoundSetting, Explained> = {
  noiseSuppression: {
    label: 'Noise suppression',
    note: 'Keeps out fans, keyboards and the street. Turn it off to play music.',
  },
  echoCancellation: {
    label: 'Echo cancellation',
    note: 'Keeps the others from hearing themselves. With headphones you don’t need it.',
  },
  autoGainControl: {
    label: 'Automatic volume',
    note: 'Makes you as loud as the others, near the microphone or further away.',
  },
};

export const settings = {
  close: 'Close settings',
  devices: 'Devices',
  test: 'Test sound',
  testing: 'Playing…',
  testFailed: 'The sound could not be played there. Choose another speaker.',
  sound: 'Sound',
  sounds,
  chimes: {
    label: 'Sounds of the call',
    note: 'A soft tone when somebody comes, goes, writes or raises a hand.',
  },
  picture: 'Picture',
  blur: { label: 'Blur my background', note: 'Your camera does it, before anyone sees it.' },
  mirror: { label: 'Mirror my picture', note: 'For you alone: the others see you as you are.' },
  keyboard: 'Keyboard',
  shortcuts: {
    label: 'Keyboard shortcuts',
    note: 'Single keys do what buttons do, such as M to mute. Turn it off if you dictate to the computer.',
  },
};
