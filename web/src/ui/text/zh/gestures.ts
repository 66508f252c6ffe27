// 举手和表情回应。
import type { call as english } from '../en/call.ts';

export const gestures: typeof english.gestures = {
  open: '回应',
  heading: '回应或举手',
  raise: '举手',
  lower: '放下手',
  raised: '已举手',
  signs: {
    '👍': '赞',
    '❤️': '爱心',
    '😂': '大笑',
    '😮': '惊讶',
    '👏': '鼓掌',
    '🎉': '庆祝',
  },
  reacted: (name, sign) => `${name}：${sign}`,
};
