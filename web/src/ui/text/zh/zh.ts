// Every sentence the screen shows, in Simplified Chinese. It is loaded only for those who read it.
import type { Language } from '../language.ts';
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

export const zh: Language = {
  title: (page) => (page ? `${page} · ${productName}` : productName),
  locale: 'zh-CN',
  language: '语言',
  guest: '访客',
  partMissing: '这部分页面加载失败。请检查网络，然后重新打开。',
  check: '检查连接',
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
