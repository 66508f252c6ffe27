// What is said about microphones and cameras that fail or are not heard, and about those that stand in for another.
import type { DeviceKind } from '../../../engine/media/devices.ts';
import type { DeviceProblem } from '../en/devices.ts';
import type { Language } from '../language.ts';

type Device = DeviceKind | 'both';

const deviceNames: Record<Device, string> = {
  microphone: '麦克风',
  camera: '摄像头',
  both: '摄像头和麦克风',
};

const deviceProblems: Record<DeviceProblem, (device: string) => string> = {
  denied: (device) => `本页不能使用你的${device}。请在浏览器地址栏旁允许使用，然后重试。`,
  'no-device': (device) => `没有找到${device}。接上后会自动启用。`,
  'in-use': (device) => `你的${device}正被其他程序占用。请关闭那个程序，然后重新打开${device}。`,
  lost: (device) => `你的${device}断开了。重新接上或换一个，就会自动启用。`,
  unsteady: (device) => `你的${device}总是断开。请检查连接线或换一个，然后重新打开。`,
  late: (device) =>
    `仍在等待你的${device}：浏览器可能正在地址栏附近询问你。你也可以先不用它，继续下一步。`,
  silenced: (device) =>
    `你的${device}已暂停，其他人收不到信号。请检查隐私开关、屏幕上盖，或是否有来电。`,
  'insecure-page': (device) =>
    `浏览器只允许安全的页面使用${device}。请用 https:// 开头的地址打开本页。`,
  unknown: (device) => `你的${device}没有启动。请重新打开，或换一个。`,
};

export function deviceProblem(device: Device, problem: DeviceProblem): string {
  return deviceProblems[problem](deviceNames[device]);
}

/** The device is called `label`, or nothing. */
export function standIn(device: DeviceKind, label: string): string {
  return `你的${deviceNames[device]}断开了。${label ? `现在使用“${label}”。` : '现在使用另一个。'}`;
}

export const heed: Language['heed'] = (what, { hasKeys }) => {
  if (what === 'silent')
    return '你的麦克风完全没有声音。请检查它的开关和连接线，或在设置里换一个。';
  return hasKeys ? '你已静音：按 M 键取消静音，或按住空格键说话。' : '你已静音，别人听不到你。';
};
