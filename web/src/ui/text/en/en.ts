// Every sentence the screen shows, in English. Another language is one more folder of this shape.
import { productName } from '../../brand.ts';
import { call, controls } from './call.ts';
import { chat, invite } from './chat.ts';
import { deviceProblem, standIn } from './devices.ts';
import { badLink, endActions, ends, visit } from './ends.ts';
import { files } from './files.ts';
import { gestures } from './gestures.ts';
import { help } from './help.ts';
import { home, start } from './home.ts';
import { lobby } from './lobby.ts';
import { host, people, safety } from './people.ts';
import { heed, settings } from './settings.ts';
import { signNames } from './signs.ts';
import { view } from './view.ts';

export const en = {
  title: (page: string) => (page ? `${page} · ${productName}` : productName),
  /** Whose way of writing dates is meant (BCP 47). */
  locale: 'en-GB',
  language: 'Language',
  guest: 'Guest',
  partMissing:
    'This part of the page could not be loaded. Check your connection, and open it again.',
  check: 'Check connection',
  home,
  start,
  lobby,
  controls,
  call,
  view,
  help,
  people,
  safety,
  signNames,
  host,
  chat,
  files,
  gestures,
  invite,
  deviceProblem,
  standIn,
  settings,
  heed,
  ends,
  visit,
  badLink,
  endActions,
};
