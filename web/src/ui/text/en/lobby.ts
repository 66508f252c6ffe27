// What stands at the door of a call.
import { listed } from './listed.ts';

export const lobby = {
  title: 'Ready to join?',
  yourName: 'Your name',
  optional: 'optional',
  join: 'Join',
  ask: 'Ask to join',
  joining: 'Joining…',
  connecting: 'Reaching the room…',
  slow: 'This takes long. Check your connection.',
  serverFailed:
    'The server has a problem; it is not your connection. This page keeps trying by itself.',
  nobody: 'Nobody is here yet',
  people,
  full: (capacity: number) =>
    `All ${capacity} seats are taken. You can join as soon as someone leaves.`,
  knock: 'A host decides who comes in.',
  closed: 'The host has closed this call: nobody new can come in.',
  denied: 'The host did not let you in. You can ask again.',

  waitingTitle: 'You have asked to join',
  waiting: 'Waiting for a host to let you in…',
  waitingAs: (name: string) => (name ? `They see your name: ${name}.` : 'They see no name.'),
  stopWaiting: 'Stop waiting',

  sealed: 'Sealed: the server can’t listen to this call, or read along.',
  open: 'Open call',
  aboutOpen: 'Whoever runs this server could put themselves in between and listen in.',
  privacy: 'Privacy',

  hideAddress: 'Hide my address',
  aboutHiding:
    'Others see the address of the relay in place of yours. Sound and picture may get worse.',
  hidingInVain: 'This server has no relay, so nobody can be reached while this is on.',
  hidesForAll: 'The host asks everyone here to hide their address.',

  cameraOff: 'Your camera is off',
  noCamera: 'Without a camera',
  cameraPaused: 'Your camera is paused',
  allow: 'Allow the camera and microphone when the browser asks.',
  camera: 'Camera',
  microphone: 'Microphone',
  speaker: 'Speaker',
  level: 'Microphone level',
  unnamedDevice: (kind: string, number: number) => `${kind} ${number}`,
  preview: 'Your preview',
};

function people(names: readonly string[]): string {
  return `${listed(names)} ${names.length === 1 ? 'is' : 'are'} here`;
}
