// What turns one's own devices on and off, in the lobby and in the call.
import type { Language } from '../language.ts';

export const controls: Language['controls'] = {
  mute: '静音',
  unmute: '取消静音',
  cameraOff: '关闭摄像头',
  cameraOn: '打开摄像头',
  flip: '切换前后摄像头',
  withKey: (label, key) => `${label}（${key}）`,
};
