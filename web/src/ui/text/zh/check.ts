// The check before a call. It is loaded with its screen.
import type { DeviceKind } from '../../../engine/media/devices.ts';
import type { Transport } from '../../../engine/check/relay-address.ts';
import type { check as english } from '../en/check.ts';

const transports: Record<Transport, string> = { udp: 'UDP', tcp: 'TCP', tls: 'TLS', dtls: 'DTLS' };

const serverProblems: typeof english.serverProblems = {
  unreachable: { sentence: '连不上服务器。', help: '请检查网络，然后重新检查。' },
  barred: {
    sentence: '在这台服务器上，持有口令的人才能发起通话。',
    help: '请先用口令发起一次通话，或在受邀的通话里打开检查。',
  },
  busy: { sentence: '从这里发出的请求太多了。', help: '请等一分钟，然后重新检查。' },
  faulty: {
    sentence: '服务器出了问题，与你的网络无关。',
    help: '请稍后再试，或告诉服务器的管理员。',
  },
  socketless: {
    sentence: '服务器有回应，但无法保持连接：途中有设备拦截了这类连接。',
    help: '请换一个网络，或请网络管理员放行长连接。',
  },
};

const grades: typeof english.grades = {
  slow: {
    sentence: '网速较慢：声音没问题，画面会比较小。',
    help: '请暂停下载，或关闭摄像头。',
  },
  lossy: {
    sentence: '丢包严重：声音和画面会卡顿。',
    help: '请靠近无线路由器，或改用网线。',
  },
  far: {
    sentence: '延迟较高：说话时容易互相打断。',
    help: '如果开着代理，请关闭；或换一个网络。',
  },
};

const noRelayHelp = '如果连不上某个人，请其中一方换一个网络。服务器的管理员可以架设中继。';
const onlyDirectly = {
  sentence: '这台服务器没有中继：只有彼此的浏览器能直接连通时才能通话。',
  help: noRelayHelp,
};

const ways: typeof english.ways = {
  refused: (where) => ({
    sentence: '中继拒绝所有人：它不接受这台服务器签发的凭证。',
    help: `请告诉服务器的管理员：两边的中继密钥不一致，或其中一台的时钟不准（${where}）。`,
  }),
  full: (where) => ({
    sentence: '中继暂时没有空位。',
    help: `请稍后再试，并告诉服务器的管理员（${where}）。`,
  }),
  broken: (where) => ({
    sentence: '中继有回应，但什么也传不过去：很多通话会连不上。',
    help: `请告诉服务器的管理员：中继自己的端口被拦截，或它禁止了自己的地址（${where}）。`,
  }),
  closed: (where) => ({
    sentence: '中继拒绝了连接：很多通话会连不上。',
    help: `请换一个网络。如果还是这样，请告诉服务器的管理员：中继可能没有运行（${where}）。`,
  }),
  blocked: (where) => ({
    sentence: '从这里完全连不到中继：很多通话会连不上。',
    help: `请换一个网络，或请网络管理员放行 ${where}。`,
  }),
  'udp-blocked': (where) => ({
    sentence: '这里拦截了 UDP，但 TCP 可用：可以通话，但可能会卡顿。',
    help: `请网络管理员放行 ${where}。`,
  }),
  'spare-blocked': (where) => ({
    sentence: `可以在这里通话，只是备用通道被拦截：${where}。`,
    help: '只有在 UDP 被拦截时才会用到它。',
  }),
  down: (where) => ({
    sentence: `有一台中继没有回应，其他的正常：${where}。`,
    help: '可以在这里通话。请告诉服务器的管理员。',
  }),
};

const idleDevices: Record<DeviceKind | 'both', string> = {
  camera: '摄像头没有画面。',
  microphone: '麦克风没有声音。',
  both: '摄像头和麦克风都没有信号。',
};

export const check: typeof english = {
  heading: '在这里能通话吗？',
  running: { sentence: '正在检查…', help: '大约需要十秒。这时可以说句话，再播放一段声音。' },
  runAgain: '重新检查',
  copy: '复制报告',
  copied: '已复制',
  reportHolds:
    '报告包含这里显示的内容、时间和你的浏览器。其中的地址只有中继的，没有你的地址，也没有任何人的名字。',
  browser: '浏览器',
  notCopied: '浏览器不允许复制报告。',
  close: '关闭',
  home: '首页',
  steps: '检查项目',
  camera: '摄像头',
  microphone: '麦克风',
  speaker: '扬声器',
  server: '服务器',
  direct: '直接连接',
  relay: (transport) => `${transports[transport]} 中继`,
  where: (transport, place) => `${transports[transport]} ${place}`,
  deviceSteps: {
    off: '已关闭。打开后即可检查。',
    starting: '正在等待设备。浏览器询问时请允许。',
    listening: '请说句话。',
    works: '正常。',
  },
  speakerSteps: {
    unplayed: '播放一段声音来检查。',
    playing: '正在播放…',
    asking: '听到两个音了吗？',
    heard: '正常。',
    unheard: '请调高音量，检查连接线，或换一个扬声器。',
    failed: '无法播放声音。请换一个扬声器。',
  },
  turnOn: { camera: '打开摄像头', microphone: '打开麦克风' },
  play: '播放声音',
  playAgain: '再放一次',
  heard: '听到了',
  unheard: '没听到',
  reaching: '正在连接服务器…',
  reached: '有回应，也能保持连接。',
  looking: '正在寻找通路…',
  directly: {
    open: 'UDP 可以进出这个网络，有望直接连接其他人。',
    shut: 'UDP 无法进出这个网络，不能直接连接其他人。',
    unknown: '测试需要另一个人或中继回应，而这里都没有。通常没有问题。',
  },
  connecting: (place) => `正在连接 ${place}…`,
  measuring: (place) => `已连上 ${place}，正在测量…`,
  outcomes: {
    works: (where) => `正常，经由 ${where}。`,
    blocked: (where) => `没有回应：${where} 什么也没有传回来。`,
    closed: (where, isSecure) =>
      `${where} 立即拒绝了连接：那里没有服务，或途中被拒绝${isSecure ? '，也可能是证书无效' : ''}。`,
    refused: (where) =>
      `被 ${where} 拒绝：它不接受这台服务器签发的凭证。两边的密钥不一致，或其中一台的时钟不准。`,
    full: (where) => `${where} 暂时没有空位。`,
    unconnected: (where) => `不可用：${where} 有回应，但什么也传不过去。`,
  },
  grades,
  roundTrip: '往返时间',
  milliseconds: (count) => `${count} 毫秒`,
  loss: '丢包',
  percent: (count) => `${count}%`,
  throughput: '速度',
  megabits: (count) => `${count} Mbit/s`,
  good: {
    sentence: '一切正常，可以在这里通话。',
    help: '如果通话时仍不顺畅，请在通话菜单的“连接状况”里查看原因。',
  },
  serverProblems,
  noRelay: {
    open: onlyDirectly,
    unknown: onlyDirectly,
    shut: {
      sentence: '在这里很难通话：UDP 被拦截，而这台服务器没有中继可用。',
      help: noRelayHelp,
    },
  },
  ways,
  devices: (device, isConnectionFine) => ({
    sentence: `${isConnectionFine ? '网络没有问题，但' : ''}${idleDevices[device]}`,
    help: '解决办法见下方。',
  }),
  states: { good: '正常', fair: '有待改善', bad: '有问题', running: '进行中', idle: '未检查' },
};
