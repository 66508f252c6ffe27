// The home page, and the button that starts a call wherever it stands.
import type { Language } from '../language.ts';
import { listed } from './listed.ts';

export const home: Language['home'] = {
  promise: '一个链接，即刻通话',
  explanation: '无需注册，无需安装。声音和画面在浏览器之间直接传送。',
  codeOrLink: '通话码或链接',
  join: '加入',
  noCode:
    '这不是通话码，也不是完整的链接。通话码形如 xxxx‑xxxx‑xxxx；复制链接时，请连同 # 后面的内容一起复制。',
  or: '或加入已有的通话',
  recent: {
    heading: '最近的通话',
    who: listed,
    nobody: '只有你自己',
    forget: (who, when) => `移除记录：${who}，${when}`,
    forgetAll: '全部移除',
    note: '只保存在这个浏览器里。',
  },
  startOpen: '发起开放通话',
  aboutOpen: '通话码很短，念出来就能用。但运行这台服务器的人有可能介入其中窃听。',
};

export const start: Language['start'] = {
  ready: '发起通话',
  another: '发起新的通话',
  starting: '正在发起…',
  problems: {
    ready: '',
    starting: '',
    unreachable: '连不上服务器。请检查网络，然后重试。',
    insecure: '通话需要安全的页面。请用 https:// 开头的地址打开本页。',
    barred: '在这台服务器上，持有口令的人才能发起通话。',
    busy: '从这里发起的通话太多了。请等一分钟再试。',
  },
  pass: '口令',
  wrongPass: '口令不对。请核对后重试。',
};
