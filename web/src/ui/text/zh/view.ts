// How the call is looked at: its layout, one's own picture, and what happened in it.
import type { call as english } from '../en/call.ts';

export const view: typeof english.view = {
  spoken: (note) => `${note}。`,
  pin: (label) => `固定 ${label}`,
  unpin: (label) => `取消固定 ${label}`,
  hideSelf: '隐藏自己的画面',
  showSelf: '显示自己的画面',
  moveSelf: '移动自己的画面',
  howToMoveSelf: '移动自己的画面（方向键或拖动）',
  more: '更多',
  connection: '连接状况',
  stopSaving: '关闭省流量模式',
  aboutSaving: '省流量时画面较小。',
  connections: { poor: '连接较差', bad: '连接很差' },
  speakerLayout: '放大发言的人',
  gridLayout: '所有人一样大',
  fullScreen: '全屏',
  leaveFullScreen: '退出全屏',
  miniWindow: '置顶小窗口',
  leaveMiniWindow: '关闭小窗口',
  notes: {
    joined: (name) => `${name} 加入了通话`,
    left: (name) => `${name} 离开了通话`,
    'raised-hand': (name) => `${name} 举手了`,
    muted: (name) => `${name} 已静音`,
    unmuted: (name) => `${name} 已取消静音`,
  },
};
