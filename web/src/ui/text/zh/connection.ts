// How the call goes over each connection, why it goes badly, and what helps. It is loaded with the parts that say it.
import type { connection as english } from '../en/connection.ts';
import { listed } from './listed.ts';

export const connection: typeof english = {
  heading: '连接状况',
  close: '关闭连接状况',
  verdicts: {
    processor: {
      own: '你的设备处理不了这么多画面，你和别人的画面都会卡顿。',
      theirs: (name) => `${name} 的设备跟不上这次通话，所有人看到的对方画面都会卡顿。`,
    },
    uplink: {
      own: '你的上行带宽不够，别人看不清、也听不清你。',
      theirs: (name) => `${name} 的上行带宽不够，大家都看不清、听不清对方。`,
    },
    downlink: {
      own: '你的下行带宽不够，你看不清、也听不清别人。',
      theirs: (name) => `${name} 的下行带宽不够，对方看不清、也听不清别人。`,
    },
    'tcp-relay': {
      own: '你的连接走的是 TCP，一旦丢了数据，后面的都要等着。',
      theirs: (name) => `${name} 的连接走的是 TCP，一旦丢了数据，后面的都要等着。`,
    },
    path: {
      own: '你和其他人之间的线路在丢包，或者传输受阻。',
      theirs: (name) => `你和 ${name} 之间的线路在丢包，或者传输受阻。`,
    },
    distance: {
      own: '你和其他人相距很远，说的话要过一会儿才到。',
      theirs: (name) => `${name} 离你很远，说的话要过一会儿才到。`,
    },
  },
  severities: { bad: '很差', poor: '较差' },
  helps: {
    'pause-sending': '暂停发送文件会有改善。',
    'pause-receiving': '暂停接收文件会有改善。',
    'camera-off': '关闭摄像头会有改善。',
    'stop-sharing': '停止共享屏幕会有改善。',
    save: '把画面缩小会有改善。',
    'sound-only': '不接收画面会有改善。',
    'better-network': '换个网络会有改善：离无线路由器近一些、改用网线，或暂停其他下载。',
    'fewer-programs': '关闭其他程序会有改善。',
    'allow-udp': '请让网络管理员放行通往中继服务器的 UDP（端口通常为 3478）。',
    'theirs-less-video': '对方关闭摄像头会有改善。',
    'theirs-save': '对方改用省流量模式会有改善。',
    'theirs-fewer-programs': '对方关闭摄像头或其他程序会有改善。',
    'theirs-allow-udp': '对方的网络管理员放行通往中继服务器的 UDP（端口通常为 3478）会有改善。',
    wait: '通常很快会恢复。如果一直这样，请离开后重新加入，也许能换一条线路。',
    pauses: '一切正常，说话时稍作停顿就好。',
  },
  remedies: {
    'pause-sending': '暂停文件',
    'pause-receiving': '暂停文件',
    'camera-off': '关闭摄像头',
    'stop-sharing': '停止共享',
    save: '省流量',
    'sound-only': '只听声音',
  },
  alert: (sentence, advice) => `${sentence}${advice}`,
  details: '详情',
  calms: {
    fine: {
      sentence: '一切正常',
      advice: '已检查每条连接的速率、延迟和丢包，以及各台设备是否跟得上。',
    },
    serverless: {
      sentence: '你和其他人之间一切正常。',
      advice: '只是暂时连不上服务器：通话不受影响，但恢复之前，新成员无法加入。',
    },
    seatless: {
      sentence: '你和现在看到的人之间一切正常。',
      advice: '只是你在通话里暂时没有位置，新加入的人看不到你。',
    },
    unclear: {
      sentence: '目前有卡顿，原因还不清楚。',
      advice: '如果一直这样，请离开后重新加入。',
    },
    cutOff: (names) => ({
      sentence: `目前没有连上 ${listed(names)}。`,
      advice: '系统会自动重试。',
    }),
    silent: (names) => ({
      sentence: `目前收不到 ${listed(names)} 的声音和画面。`,
      advice: '通常很快会恢复。如果一直这样，请离开后重新加入。',
    }),
  },
  measuring: '正在测量…',
  alone: '这里还没有别人，没有可以查看的连接。',

  links: '各条连接',
  chartSpan: '图表：最近两分钟',
  linkStates: {
    connecting: '尚未连接',
    connected: '正在测量…',
    interrupted: '连接中断，正在重连…',
    failed: '无法连接',
  },
  paths: {
    direct: '直接连接',
    'relay-udp': '经过中继',
    'relay-tcp': '经过中继（TCP）',
    'relay-tls': '经过中继（TLS）',
  },
  delay: '延迟',
  from: (name) => `来自 ${name}`,
  to: (name) => `发往 ${name}`,
  speed: '速率',
  lost: '丢包',
  patched: '声音缺失',
  frozen: '画面卡住',
  camera: '摄像头',
  screen: '屏幕',
  unknown: '未知',
  ms: (ms) => `${ms} 毫秒`,
  percent: (percent) => `${percent}%`,
  kbps: (kbps) => `${kbps} kbit/s`,
  mbps: (mbps) => `${mbps} Mbit/s`,
  picture: (width, height, rate) => `${width} × ${height}，每秒 ${rate} 帧`,

  data: '流量',
  dataUses: {
    full: { label: '不限', note: '网络和设备能承受多清晰，就多清晰。' },
    saver: { label: '省流量', note: '你和别人的画面都会变小。' },
    'audio-only': { label: '只听声音', note: '不接收画面，并关闭你的摄像头。' },
  },
  soundOnly: '只听声音',
  soundOnlyWhile: (name) => `只听声音。${name} 正在共享屏幕。`,
  showPictures: '显示画面',

  copy: '复制报告',
  copied: '已复制',
  aboutReport: '只有数字，没有姓名和地址。',
  byHand: '浏览器不允许网页复制。报告已选中，请手动复制。',
  report: '报告',
  person: (number) => `成员 ${number}`,
  browser: '浏览器',
};
