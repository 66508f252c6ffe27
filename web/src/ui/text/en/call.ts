// A call from the inside: its controls, its tiles and panels, and what is told about it. It is loaded with its screen.
import type { ScreenHint } from '../../../engine/media/screen-capture.ts';
import type { Alarm, Link } from '../../../engine/peer/peer-state.ts';
import { chat, invite } from './chat.ts';
import { files } from './files.ts';
import { gestures } from './gestures.ts';
import { help } from './help.ts';
import { host, people, safety } from './people.ts';
import { signNames } from './signs.ts';
import { view } from './view.ts';

const bar = {
  label: 'Call controls',
  share: 'Share screen',
  chat: 'Chat',
  unread: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
  people: 'People',
  knocking: (count: number) =>
    count === 1 ? '1 person is waiting' : `${count} people are waiting`,
  stopSharing: 'Stop sharing',
  invite: 'Invite',
  leave: 'Leave',
};

const links: Record<Link, string> = {
  connecting: 'Connecting…',
  connected: 'Connected',
  interrupted: 'Reconnecting…',
  failed: 'Can’t connect',
};

const alarms: Record<Alarm, { readonly brief: string; readonly about: (name: string) => string }> =
  {
    altered: {
      brief: 'Altered on the way',
      about: (name) =>
        `Something that arrived in ${possessive(name)} name was altered on the way, and was thrown away. Whoever runs the server may be trying to listen in.`,
    },
    impostor: {
      brief: 'Somebody else answered',
      about: (name) =>
        `Somebody else answered in place of ${name}, and that connection was closed at once. Ask ${name} about it some other way, not in this call.`,
    },
  };

const hints: Record<ScreenHint, string> = { detail: 'Text (sharp)', motion: 'Video (fluent)' };

export const call = {
  bar,
  view,
  help,
  people,
  safety,
  signNames,
  host,
  chat,
  invite,
  files,
  gestures,

  you: 'You',
  muted: 'muted',
  links,
  alarms,
  screenOf: (name: string) => `${name}'s screen`,
  sharing: 'You are sharing your screen',
  stop: 'Stop',
  hint: 'What is shared',
  hints,
  unreachable: 'Connection to the server lost: the call goes on. Reconnecting…',
  offline: 'Your connection is interrupted. Reconnecting…',
  seatTaken:
    'You were away for so long that somebody took your seat. You stay with those you see, and are back for everyone when somebody leaves.',
  shutOut:
    'You were away for so long that your seat was given up, and the call is closed to newcomers. You stay with those you see.',
  soundBlocked: 'The browser holds the sound back. Tap anywhere to hear the others.',
  turnSoundOn: 'Turn sound on',
  speakerGone: 'Your speaker was disconnected. You hear the others on the system’s own.',
  shareFailed: 'Your screen could not be shared. Try again, or choose another window.',
  dismiss: 'Dismiss',
  minimise: 'Make small',
  warningAbout: (name: string) => `Warning about ${name}`,

  knocks: (name: string) => `${name} asks to come in.`,
  alsoKnocking: (count: number) =>
    count === 1 ? '1 more is waiting.' : `${count} more are waiting.`,
  admit: 'Admit',
  deny: 'Deny',
  muteAsked: 'A host asks you to mute your microphone.',
  notNow: 'Not now',
  noted: 'OK',
  nowHost: 'You are the host now. Under “People” is what a host can do.',
  noLongerHost: 'You are no longer a host.',
};

function possessive(name: string): string {
  return `${name}’s`;
}
