// 举手、表情回应，以及加入之前的聊天记录。
import type { Language } from '../language.ts';

export const gestures: Language['gestures'] = {
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
  toldBy: (name) => `你加入之前的消息，由${name}转述`,
  fromHere: '你加入之后',
};
