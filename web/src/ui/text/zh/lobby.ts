// What stands at the door of a call.
import type { Language } from '../language.ts';
import { listed } from './listed.ts';

export const lobby: Language['lobby'] = {
  title: '准备好加入了吗？',
  yourName: '你的名字',
  optional: '选填',
  join: '加入',
  ask: '请求加入',
  joining: '正在加入…',
  connecting: '正在连接…',
  slow: '连接时间有点长。请检查网络。',
  serverFailed: '服务器出了问题，与你的网络无关。本页会自动重试。',
  nobody: '还没有人在通话中',
  people,
  full: (capacity) => `${capacity} 个名额都满了。有人离开后，你就可以加入。`,
  knock: '由主持人决定谁可以进来。',
  closed: '主持人已关闭入口，不再接受新成员。',
  denied: '主持人没有同意你加入。你可以再次请求。',

  waitingTitle: '已请求加入',
  waiting: '正在等待主持人同意…',
  waitingAs: (name) => (name ? `对方看到的名字是：${name}。` : '对方看不到你的名字。'),
  stopWaiting: '取消等待',

  sealed: '已加密：服务器听不到这次通话，也读不到其中的消息。',
  open: '开放通话',
  aboutOpen: '运行这台服务器的人有可能介入其中窃听。',
  privacy: '隐私',

  hideAddress: '隐藏我的地址',
  aboutHiding: '其他人看到的是中继的地址，而不是你的。声音和画面质量可能会下降。',
  hidingInVain: '这台服务器没有中继，开启此项后将无法连接任何人。',
  hidesForAll: '主持人要求所有人隐藏自己的地址。',

  cameraOff: '摄像头已关闭',
  noCamera: '不使用摄像头',
  cameraPaused: '摄像头已暂停',
  allow: '浏览器询问时，请允许使用摄像头和麦克风。',
  camera: '摄像头',
  microphone: '麦克风',
  speaker: '扬声器',
  level: '麦克风音量',
  unnamedDevice: (kind, number) => `${kind} ${number}`,
  preview: '你的预览',
};

function people(names: readonly string[]): string {
  return names.every((name) => name === '')
    ? `有 ${listed(names)}在通话中`
    : `${listed(names)}在通话中`;
}
