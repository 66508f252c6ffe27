// The pages on which a visit ends, and the one of an address that is no call.
import type { Language } from '../language.ts';

export const ends: Language['ends'] = {
  left: {
    heading: '你已离开通话',
    sentence: '摄像头和麦克风都已关闭。',
  },
  insecurePage: {
    heading: '本页无法打开这次通话',
    sentence: '浏览器只允许安全的页面为通话加密。请用 https:// 开头的链接打开。',
  },
  removed: {
    heading: '主持人已将你移出通话',
    sentence: '这个浏览器不能再次加入。你的摄像头和麦克风都已关闭。',
  },
  ended: {
    heading: '通话已对所有人结束',
    sentence: '主持人结束了通话。你的摄像头和麦克风都已关闭。',
  },
  unknownRoom: {
    heading: '这个链接没有对应的通话',
    sentence: '请检查链接是否复制完整（包括 # 后面的内容），以及通话码有没有输错。',
  },
  roomFull: {
    heading: '通话已满员',
    sentence: '人数已达上限。有人离开后，请再试一次。',
  },
  forbiddenOrigin: {
    heading: '这个地址不能打开通话',
    sentence: '服务器不接受来自这里的通话。请原样打开别人发给你的链接。',
  },
  unsupportedProtocol: {
    heading: '页面版本过旧',
    sentence: '服务器已经更新。重新加载页面，即可使用新版本。',
  },
  binaryFrame: {
    heading: '服务器断开了连接',
    sentence: '服务器没有读懂本页发出的内容。重新加入通常就能解决。',
  },
  frameTooLarge: {
    heading: '服务器断开了连接',
    sentence: '本页一次发送的内容太多。重新加入通常就能解决。',
  },
  replaced: {
    heading: '通话在另一个窗口继续',
    sentence: '同一时间只能在一个窗口里通话。重新加入，就会回到这里。',
  },
  flood: {
    heading: '服务器断开了连接',
    sentence: '本页发送得太多太快。请稍等片刻，再重新加入。',
  },
};

export const badLink: Language['badLink'] = {
  heading: '这不是通话链接',
  sentence: '通话链接里有形如 xxxx‑xxxx‑xxxx 的通话码，# 后面往往还有密钥。请检查是否复制完整。',
};

export const visit: Language['visit'] = ({ hours, minutes, others }) => {
  const time =
    `${hours ? ` ${hours} 小时` : ''}${minutes ? ` ${minutes} 分钟` : ''}` || '不到一分钟';
  return others === 0
    ? `你在通话中待了${time}，没有其他人加入。`
    : `你在通话中待了${time}，最多时还有另外 ${others} 人。`;
};

export const endActions: Language['endActions'] = {
  rejoin: '重新加入',
  retry: '重试',
  reload: '重新加载',
  home: '首页',
};
