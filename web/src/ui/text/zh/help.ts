// What the keys do, as the sheet that lists them says it.
import type { call as english } from '../en/call.ts';

export const help: typeof english.help = {
  heading: '键盘快捷键',
  close: '关闭',
  space: '空格',
  escape: 'Esc',
  off: '除 Esc 外，这些快捷键都已关闭。可以在设置里打开。',
  keys: {
    microphone: '静音或取消静音',
    camera: '打开或关闭摄像头',
    talk: '静音时按住说话',
    share: '共享屏幕或停止共享',
    chat: '聊天',
    people: '成员',
    connection: '连接状况',
    invite: '邀请成员',
    hand: '举手或放下',
    layout: '放大发言的人，或所有人一样大',
    fullScreen: '全屏',
    help: '显示本列表',
    close: '关闭通话旁边打开的面板',
  },
};
