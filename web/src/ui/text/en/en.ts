// Every sentence the screen shows, in English. Another language is one more folder of this shape.
import { call, controls } from './call.ts';
import { chat, invite } from './chat.ts';
import { deviceProblem, standIn } from './devices.ts';
import { badLink, endActions, ends } from './ends.ts';
import { home, start } from './home.ts';
import { lobby } from './lobby.ts';
import { host, people, safety } from './people.ts';
import { signNames } from './signs.ts';

export const en = {
  title: (page: string) => (page ? `${page} · Earshot` : 'Earshot'),
  guest: 'Guest',
  partMissing:
    'This part of the page could not be loaded. Check your connection, and open it again.',
  home,
  start,
  lobby,
  controls,
  call,
  people,
  safety,
  signNames,
  host,
  chat,
  invite,
  deviceProblem,
  standIn,
  ends,
  badLink,
  endActions,
};
