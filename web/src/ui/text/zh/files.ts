// 通话中互相传送的文件。
import { fileMeasures } from '../file-measures.ts';
import type { call as english } from '../en/call.ts';

const { size, duration } = fileMeasures('zh-CN');

export const files: typeof english.files = {
  attach: '发送文件',
  drop: '把文件拖到这里，发送给通话中的所有人',
  dropAlone: '这里还没有其他人，无法发送文件',
  unnamed: '未命名文件',
  size,
  save: '保存',
  saveAgain: '再次保存',
  decline: '拒绝',
  cancel: '取消',
  cancelAll: '全部取消',
  pause: '暂停',
  goOn: '继续',
  of: (action, name) => `${action}：${name}`,
  progressOf: (name) => `${name} 的进度`,
  preview: (name) => `${name} 的预览`,
  unanswered: '等待对方回应',
  choosePlace: '请选择保存位置。',
  tooLarge: (maxBytes) =>
    `文件太大：此浏览器最多能接收 ${size(maxBytes)}。请腾出一些空间，或换一个浏览器加入。`,
  amount: (bytes, whole) => `${size(bytes)}，共 ${size(whole)}`,
  speed: (bytesPerSecond) => `${size(bytesPerSecond)}/秒`,
  left: (seconds) => `还需 ${duration(seconds)}`,
  paused: '已暂停',
  pausedBy: (name) => `${name}已暂停`,
  stalled: '正在等待连接…',
  received: '已保存并校验',
  delivered: '对方已收到，校验无误',
  ends: {
    declined: { own: '你已拒绝接收。', of: (name) => `${name}拒绝了接收。` },
    cancelled: { own: '你已取消。', of: (name) => `${name}已取消。` },
    unreadable: {
      own: '文件无法再读取：它可能被修改、移动，或所在的磁盘已拔出。请重新发送。',
      of: (name) => `${name}的设备无法再读取这个文件。请对方重新发送。`,
    },
    unwritable: {
      own: '文件无法写入，磁盘可能已满。请腾出空间，再请对方重新发送。',
      of: (name) => `${name}的设备无法写入，磁盘可能已满。`,
    },
    corrupt: {
      own: '收到的内容与发送的不一致，已丢弃。请对方重新发送。',
      of: (name) => `${name}收到的内容与发送的不一致。请重新发送。`,
    },
    unable: {
      own: '此浏览器无法接收这个文件。',
      of: (name) => `${name}的浏览器无法接收这个文件，或一次收不了这么多。`,
    },
    unknown: {
      own: '页面重新打开后，这个文件的传送已丢失。',
      of: (name) => `${name}重新打开了页面，传送已丢失。`,
    },
    gone: {
      own: '你在传送完成前离开了。',
      of: (name) => `${name}在传送完成前离开了。`,
    },
  },
};
