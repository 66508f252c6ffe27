// The dialog about devices, sound, picture and keys. Its sentences are loaded with it.
import type { settings as english } from '../en/settings.ts';

export const settings: typeof english = {
  close: '关闭设置',
  devices: '设备',
  test: '测试声音',
  testing: '正在播放…',
  testFailed: '无法在这个设备上播放。请换一个扬声器。',
  sound: '声音',
  sounds: {
    noiseSuppression: {
      label: '降噪',
      note: '滤掉风扇、键盘和街上的噪音。演奏音乐时请关闭。',
    },
    echoCancellation: {
      label: '回声消除',
      note: '避免别人听到自己的回声。戴耳机时可以不用。',
    },
    autoGainControl: {
      label: '自动音量',
      note: '无论离麦克风远近，都让你的音量和别人差不多。',
    },
  },
  chimes: { label: '通话提示音', note: '有人加入、离开、发消息或举手时轻轻响一声。' },
  picture: '画面',
  blur: { label: '虚化背景', note: '由摄像头完成，别人看不到原来的背景。' },
  mirror: { label: '镜像我的画面', note: '只有你这样看，别人看到的画面不变。' },
  keyboard: '键盘',
  shortcuts: {
    label: '键盘快捷键',
    note: '按一个键就能操作，比如按 M 静音。用语音向电脑输入文字时请关闭。',
  },
};
