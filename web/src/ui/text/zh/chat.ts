// What is written in the call, and how others are invited to it.
import { clockTime } from '../clock-time.ts';
import type { call as english } from '../en/call.ts';

export const chat: typeof english.chat = {
  heading: '聊天',
  close: '关闭聊天',
  message: '消息',
  send: '发送',
  tooLong: (excess) => `超出了 ${excess} 个字。请分几次发送，或作为文件发送。`,
  pending: '尚未送达所有人',
  toldBy: (name) => `你加入之前的消息，由${name}转述`,
  fromHere: '你加入之后',
  nothing: '消息直接发给通话中的每个人，后来的人也会看到之前的内容。通话结束后全部消失。',
  time: clockTime('zh-CN'),
};

export const invite: typeof english.invite = {
  heading: '邀请成员',
  alone: '这里只有你一个人',
  sealed: '链接就是钥匙：拿到它的人就能进来。请发到只有对方能看到的地方。',
  open: '把通话码念给要来的人听，或者把链接发给他们。',
  code: '通话码',
  link: '通话链接',
  copy: '复制链接',
  copied: '已复制',
  byHand: '浏览器不允许页面复制。链接已选中，请手动复制。',
  share: '分享',
  qr: '二维码',
  qrOfLink: '通话链接的二维码',
};
