// What is written in the call, and how others are invited to it.

const clockTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

export const chat = {
  heading: 'Chat',
  close: 'Close chat',
  message: 'Message',
  send: 'Send',
  pending: 'Not yet with everyone',
  nothing: 'Messages go straight to whoever is in the call now, and are gone when it is over.',
  time: (atMs: number) => clockTime.format(atMs),
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
};
