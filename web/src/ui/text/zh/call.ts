// A call from the inside: its controls, its tiles and panels, and what is told about it. It is loaded with its screen.
import type { call as english } from '../en/call.ts';
import { chat, invite } from './chat.ts';
import { files } from './files.ts';
import { gestures } from './gestures.ts';
import { help } from './help.ts';
import { host, people, safety } from './people.ts';
import { signNames } from './signs.ts';
import { view } from './view.ts';

const bar: typeof english.bar = {
  label: '通话控制',
  share: '共享屏幕',
  chat: '聊天',
  unread: (count) => `${count} 条新消息`,
  people: '成员',
  knocking: (count) => `${count} 人正在等待`,
  stopSharing: '停止共享',
  invite: '邀请',
  leave: '离开',
};

export const call: typeof english = {
  bar,
  view,
  help,
  people,
  safety,
  signNames,
  host,
  chat,
  invite,
  files,
  gestures,

  you: '你',
  muted: '已静音',
  links: {
    connecting: '正在连接…',
    connected: '已连接',
    interrupted: '正在重新连接…',
    failed: '无法连接',
  },
  alarms: {
    altered: {
      brief: '途中被篡改',
      about: (name) =>
        `以 ${name} 的名义传来的内容在途中被篡改，已经丢弃。运行服务器的人可能在试图窃听。`,
    },
    impostor: {
      brief: '应答的是别人',
      about: (name) =>
        `有人冒充 ${name} 应答，连接已立即断开。请不要在这次通话里，而是用别的方式向 ${name} 核实。`,
    },
  },
  screenOf: (name) => `${name} 的屏幕`,
  sharing: '你正在共享屏幕',
  stop: '停止',
  hint: '共享的内容',
  hints: { detail: '文字（清晰）', motion: '视频（流畅）' },
  unreachable: '与服务器的连接断开了，通话不受影响。正在重新连接…',
  offline: '你的网络中断了。正在重新连接…',
  seatTaken:
    '你离开太久，位置已被别人占用。你仍与现在看到的人保持通话；等有人离开，大家就都能看到你了。',
  shutOut: '你离开太久，位置没有保留，通话也不再接受新成员。你仍与现在看到的人保持通话。',
  soundBlocked: '浏览器暂时拦住了声音。轻点任意位置，就能听到其他人。',
  turnSoundOn: '打开声音',
  speakerGone: '你的扬声器断开了，现在用系统默认的设备播放。',
  shareFailed: '屏幕共享没有成功。请重试，或选择另一个窗口。',
  dismiss: '知道了',
  minimise: '缩小',
  warningAbout: (name) => `关于 ${name} 的警告`,

  knocks: (name) => `${name} 请求加入。`,
  alsoKnocking: (count) => `还有 ${count} 人在等待。`,
  admit: '同意',
  deny: '拒绝',
  muteAsked: '主持人请你将麦克风静音。',
  notNow: '暂不',
  noted: '好的',
  nowHost: '你现在是主持人。可用的操作在“成员”里。',
  noLongerHost: '你不再是主持人。',
};
