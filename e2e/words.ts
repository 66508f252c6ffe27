// What things are called that people press and fill in, in the languages of the page. Tests name them in English.

export const languageCodes = ['en', 'zh'] as const;
export type LanguageCode = (typeof languageCodes)[number];

/** The page goes by what the browser asks for. */
export const browserLocales: Readonly<Record<LanguageCode, string>> = { en: 'en-GB', zh: 'zh-CN' };

const chinese: Readonly<Record<string, string>> = {
  'Start a call': '发起通话',
  'Start an open call': '发起开放通话',
  Home: '首页',
  'Code or link': '通话码或链接',
  Language: '语言',
  'Your name': '你的名字',
  Join: '加入',
  'Ask to join': '请求加入',
  'Turn camera off': '关闭摄像头',
  'Share screen': '共享屏幕',
  'Stop sharing': '停止共享',
  "Ben's screen": 'Ben 的屏幕',
  React: '回应',
  Chat: '聊天',
  Message: '消息',
  People: '成员',
  'Options for Ben': '对 Ben 的操作',
  'Remove…': '移出…',
  Remove: '移出',
  Cancel: '取消',
  'Whom a host lets in': '经主持人同意的人',
  Admit: '同意',
  Deny: '拒绝',
  Invite: '邀请',
  More: '更多',
  Connection: '连接状况',
  'Show pictures': '显示画面',
  'Turn camera on': '打开摄像头',
  'Keyboard shortcuts': '键盘快捷键',
  Settings: '设置',
  'Check connection': '检查连接',
  Leave: '离开',
  'End for all…': '结束所有人的通话…',
  'End for all': '全部结束',
  // What people of screens.ts say to each other.
  'Good morning! Here is the plan:': '早上好！计划在这里：',
  'Good morning, Ana': '早上好，Ana',
};

/** Throws on what has no word yet: a test that looks for English in another language would wait in vain. */
export function wordIn(language: LanguageCode, english: string): string {
  switch (language) {
    case 'en':
      return english;
    case 'zh': {
      const word = chinese[english];
      if (word === undefined) throw new Error(`“${english}” has no Chinese word in e2e/words.ts`);
      return word;
    }
    default:
      return language satisfies never;
  }
}
