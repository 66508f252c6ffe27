// Files that people of a call give each other.
import type { EndOfTransfer } from '../../../engine/files/shared-file.ts';
import { fileMeasures } from '../file-measures.ts';

const { size, duration } = fileMeasures('en-GB');

/** What became of a transfer by this person's own doing, or their browser's, and by that of somebody called `name`. */
const ends: Record<EndOfTransfer, { readonly own: string; readonly of: (name: string) => string }> =
  {
    declined: { own: 'You declined it.', of: (name) => `${name} declined it.` },
    cancelled: { own: 'You cancelled it.', of: (name) => `${name} cancelled it.` },
    unreadable: {
      own: 'It can’t be read any more: it was changed, moved or unplugged. Send it again.',
      of: (name) => `The device of ${name} can’t read it any more. Ask for it again.`,
    },
    unwritable: {
      own: 'It could not be written: the disk may be full. Make room, and ask for it again.',
      of: (name) => `The device of ${name} could not write it: its disk may be full.`,
    },
    corrupt: {
      own: 'It did not arrive as it was sent, and was thrown away. Ask for it again.',
      of: (name) => `It did not reach ${name} as it was sent. Send it again.`,
    },
    unable: {
      own: 'This browser can’t take it.',
      of: (name) => `The browser of ${name} can’t take it, or not so many at once.`,
    },
    unknown: {
      own: 'It was lost when the page was opened again.',
      of: (name) => `The page of ${name} was opened again, and lost it.`,
    },
    gone: {
      own: 'You left before it was complete.',
      of: (name) => `${name} left before it was complete.`,
    },
  };

export const files = {
  attach: 'Send files',
  drop: 'Drop files here to send them to everyone in the call',
  dropAlone: 'Nobody else is here to send files to',
  unnamed: 'File without a name',
  size,
  save: 'Save',
  saveAgain: 'Save again',
  decline: 'Decline',
  cancel: 'Cancel',
  cancelAll: 'Cancel for everyone',
  pause: 'Pause',
  goOn: 'Go on',
  /** One button among several of its kind: what it does, to which file, or for whom. */
  of: (action: string, name: string) => `${action}: ${name}`,
  progressOf: (name: string) => `Progress of ${name}`,
  preview: (name: string) => `Preview of ${name}`,
  unanswered: 'Waiting for an answer',
  choosePlace: 'Choose where to save it.',
  tooLarge: (maxBytes: number) =>
    `It is too large: this browser has room for ${size(maxBytes)}. Free some space, or join with another browser.`,
  amount: (bytes: number, whole: number) => `${size(bytes)} of ${size(whole)}`,
  speed: (bytesPerSecond: number) => `${size(bytesPerSecond)}/s`,
  left: (seconds: number) => `${duration(seconds)} left`,
  paused: 'Paused',
  pausedBy: (name: string) => `Paused by ${name}`,
  stalled: 'Waiting for the connection…',
  received: 'Saved and checked',
  delivered: 'Received and checked',
  ends,
};
