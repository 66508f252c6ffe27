// Every sentence the screen shows, in English. Another language is one more file of this shape.
import type { EndReason } from '../../engine/call-state.ts';
import type { DeviceKind } from '../../engine/media/devices.ts';
import type { MediaProblem } from '../../engine/media/media-problem.ts';

/** Late is a device that the browser has not given yet, silenced one that is on and gives nothing. */
export type DeviceProblem = MediaProblem | 'late' | 'silenced';

export interface Words {
  readonly heading: string;
  readonly sentence: string;
}

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

const ends: Record<EndReason, Words> = {
  left: {
    heading: 'You left the call',
    sentence: 'Your camera and microphone are off.',
  },
  unknownRoom: {
    heading: 'There is no call at this link',
    sentence: 'Check the code for a typing mistake, or start a new call.',
  },
  roomFull: {
    heading: 'The call is full',
    sentence: 'Every seat is taken. Try again when someone has left.',
  },
  forbiddenOrigin: {
    heading: 'This address can’t open calls',
    sentence:
      'The server does not accept calls from here. Open the link exactly as you were sent it.',
  },
  unsupportedProtocol: {
    heading: 'This page is out of date',
    sentence: 'The server speaks a newer version. Reload the page to get it.',
  },
  binaryFrame: {
    heading: 'The server closed the connection',
    sentence: 'It did not understand this page. Rejoining usually helps.',
  },
  frameTooLarge: {
    heading: 'The server closed the connection',
    sentence: 'This page sent it too much at once. Rejoining usually helps.',
  },
  replaced: {
    heading: 'The call goes on in another window',
    sentence: 'You can be in it once at a time. Rejoin to bring it here.',
  },
  flood: {
    heading: 'The server closed the connection',
    sentence: 'This page sent it too much too fast. Wait a moment, then rejoin.',
  },
};

const clockTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

export const en = {
  title: (page: string) => (page ? `${page} · Earshot` : 'Earshot'),
  guest: 'Guest',

  home: {
    promise: 'Calls that start with a link.',
    explanation:
      'No account, nothing to install. Sound and picture go straight from browser to browser.',
    codeOrLink: 'Code or link',
    join: 'Join',
    noCode: 'There is no code in this. A code looks like xxxx‑xxxx‑xxxx.',
    or: 'or join one',
  },
  start: {
    ready: 'Start a call',
    starting: 'Starting…',
    unreachable: 'The server can’t be reached. Check your connection and try again.',
  },

  lobby: {
    title: 'Ready to join?',
    yourName: 'Your name',
    optional: 'optional',
    join: 'Join',
    joining: 'Joining…',
    connecting: 'Reaching the room…',
    slow: 'This takes long. Check your connection.',
    serverFailed:
      'The server has a problem; it is not your connection. This page keeps trying by itself.',
    nobody: 'Nobody is here yet',
    people,
    full: (capacity: number) =>
      `All ${capacity} seats are taken. You can join as soon as someone leaves.`,
    cameraOff: 'Your camera is off',
    noCamera: 'Without a camera',
    cameraPaused: 'Your camera is paused',
    allow: 'Allow the camera and microphone when the browser asks.',
    camera: 'Camera',
    microphone: 'Microphone',
    level: 'Microphone level',
    unnamedDevice: (kind: string, number: number) => `${kind} ${number}`,
    preview: 'Your preview',
  },

  controls: {
    bar: 'Call controls',
    mute: 'Mute',
    unmute: 'Unmute',
    cameraOff: 'Turn camera off',
    cameraOn: 'Turn camera on',
    share: 'Share screen',
    chat: 'Chat',
    unread: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
    stopSharing: 'Stop sharing',
    invite: 'Invite',
    leave: 'Leave',
    withKey: (label: string, key: string) => `${label} (${key})`,
  },

  call: {
    title: 'Call',
    you: 'You',
    muted: 'muted',
    connecting: 'Connecting…',
    interrupted: 'Reconnecting…',
    failed: 'Can’t connect',
    screenOf: (name: string) => `${name}'s screen`,
    sharing: 'You are sharing your screen',
    stop: 'Stop',
    unreachable: 'Connection to the server lost: the call goes on. Reconnecting…',
    offline: 'Your connection is interrupted. Reconnecting…',
    seatTaken:
      'You were away for so long that somebody took your seat. You stay with those you see, and are back for everyone when somebody leaves.',
    soundBlocked: 'The browser holds the sound back. Tap anywhere to hear the others.',
    turnSoundOn: 'Turn sound on',
    shareFailed: 'Your screen could not be shared. Try again, or choose another window.',
    dismiss: 'Dismiss',
    joined: (name: string) => `${name} joined.`,
    left: (name: string) => `${name} left.`,
  },

  chat: {
    heading: 'Chat',
    close: 'Close chat',
    message: 'Message',
    send: 'Send',
    pending: 'Not yet with everyone',
    nothing: 'Messages go straight to whoever is in the call now, and are gone when it is over.',
    time: (atMs: number) => clockTime.format(atMs),
  },

  invite: {
    heading: 'Invite people',
    alone: 'You are the only one here',
    sentence: 'Send this link to whoever should come.',
    link: 'Link to this call',
    copy: 'Copy link',
    copied: 'Copied',
    byHand: 'The browser does not let the page copy. The link is selected: copy it by hand.',
    share: 'Share',
  },

  deviceProblem: (device: DeviceKind | 'both', problem: DeviceProblem) =>
    device === 'both'
      ? deviceProblems[problem].both
      : deviceProblems[problem].one(deviceNames[device]),

  /** The device is called `label`, or nothing. */
  standIn: (device: DeviceKind, label: string) =>
    `Your ${deviceNames[device]} was disconnected. ${label ? `Now using ${label}.` : 'Now using another one.'}`,

  ends,
  badLink: {
    heading: 'This link is not a call',
    sentence:
      'A link to a call ends in a code such as xxxx‑xxxx‑xxxx. Check that all of it was copied.',
  },
  endActions: {
    rejoin: 'Rejoin',
    retry: 'Try again',
    reload: 'Reload',
    home: 'Home',
  },
};

/** Who is inside, by name; people who gave none are counted. */
function people(names: readonly string[]): string {
  const shown = names.filter((name) => name !== '').slice(0, names.length > 3 ? 2 : 3);
  const others = names.length - shown.length;
  const parts = others > 0 ? [...shown, counted(others, shown.length > 0)] : shown;
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts);
  return `${list} ${names.length === 1 ? 'is' : 'are'} here`;
}

function counted(count: number, areOthers: boolean): string {
  if (areOthers) return count === 1 ? '1 other' : `${count} others`;
  return count === 1 ? '1 person' : `${count} people`;
}
