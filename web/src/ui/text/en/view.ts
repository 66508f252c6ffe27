// How the call is looked at: its layout, one's own picture, and what happened in it.
import type { PersonalHappening } from '../../../state/happenings.ts';

const notes: Record<PersonalHappening, (name: string) => string> = {
  joined: (name) => `${name} joined`,
  left: (name) => `${name} left`,
  'raised-hand': (name) => `${name} raised a hand`,
  muted: (name) => `${name} is muted`,
  unmuted: (name) => `${name} is no longer muted`,
};

export const view = {
  /** A note as a whole sentence. */
  spoken: (note: string) => `${note}.`,
  pin: (label: string) => `Pin ${label}`,
  unpin: (label: string) => `Unpin ${label}`,
  hideSelf: 'Hide self view',
  showSelf: 'Show self view',
  moveSelf: 'Move self view',
  howToMoveSelf: 'Move self view (arrow keys, or drag it)',
  more: 'More',
  connection: 'Connection',
  stopSaving: 'Stop saving data',
  aboutSaving: 'It keeps pictures small.',
  connections: { poor: 'Poor connection', bad: 'Bad connection' },
  speakerLayout: 'Show the speaker large',
  gridLayout: 'Show everyone alike',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  miniWindow: 'Small window on top',
  leaveMiniWindow: 'Close the small window',
  notes,
};
