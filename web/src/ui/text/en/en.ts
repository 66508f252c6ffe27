// What the screen says in English, but for what comes with late parts: those have files of their own beside it. Another
// language is one more folder of this shape.
import { productName } from '../../brand.ts';
import { controls } from './controls.ts';
import { deviceProblem, heed, standIn } from './devices.ts';
import { badLink, endActions, ends, visit } from './ends.ts';
import { home, start } from './home.ts';
import { lobby } from './lobby.ts';

export const en = {
  title: (page: string) => (page ? `${page} · ${productName}` : productName),
  /** Whose way of writing dates is meant (BCP 47). */
  locale: 'en-GB',
  language: 'Language',
  guest: 'Guest',
  partMissing:
    'This part of the page could not be loaded. Check your connection, and open it again.',
  check: 'Check connection',
  call: 'Call',
  settings: 'Settings',
  home,
  start,
  lobby,
  controls,
  deviceProblem,
  standIn,
  heed,
  ends,
  visit,
  badLink,
  endActions,
};
