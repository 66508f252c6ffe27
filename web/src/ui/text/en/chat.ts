// What is written in the call, and how others are invited to it.
import { clockTime } from '../clock-time.ts';

export const chat = {
  heading: 'Chat',
  close: 'Close chat',
  message: 'Message',
  send: 'Send',
  tooLong: (excess: number) =>
    `This is too long by ${excess === 1 ? '1 character' : `${excess} characters`}. Send it in parts, or as a file.`,
  pending: 'Not yet with everyone',
  toldBy: (name: string) => `Before you came, as ${name} tells it`,
  fromHere: 'Since you came',
  nothing:
    'Messages go straight to everyone in the call, and newcomers are told what was said. All of it is gone when the call is over.',
  time: clockTime('en-GB'),
};

export const invite = {
  heading: 'Invite people',
  alone: 'You are the only one here',
  sealed: 'The link is the key: whoever has it can come in. Send it where only they can read it.',
  open: 'Read the code to whoever should come, or send them the link.',
  code: 'Code of this call',
  link: 'Link to this call',
  copy: 'Copy link',
  copied: 'Copied',
  byHand: 'The browser does not let the page copy. The link is selected: copy it by hand.',
  share: 'Share',
  qr: 'QR code',
  qrOfLink: 'QR code of the link',
};
