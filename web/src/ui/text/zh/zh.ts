// What the screen says in Simplified Chinese, but for what comes with late parts. It is loaded only for those who read it.
import type { Language } from '../language.ts';
import { productName } from '../../brand.ts';
import { controls } from './controls.ts';
import { deviceProblem, heed, standIn } from './devices.ts';
import { badLink, endActions, ends, visit } from './ends.ts';
import { home, start } from './home.ts';
import { lobby } from './lobby.ts';

export const zh: Language = {
  title: (page) => (page ? `${page} · ${productName}` : productName),
  locale: 'zh-CN',
  language: '语言',
  guest: '访客',
  partMissing: '这部分页面加载失败。请检查网络，然后重新打开。',
  check: '检查连接',
  call: '通话',
  settings: '设置',
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
