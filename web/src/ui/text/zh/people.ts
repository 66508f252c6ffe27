// The panel that shows who is in the call: everyone, the safety code, and what a host can do.
import type { call as english } from '../en/call.ts';

export const people: typeof english.people = {
  heading: '成员',
  close: '关闭成员列表',
  knocking: '等待加入',
  inside: '通话中',
  host: '主持人',
  verified: '已核对',
  optionsFor: (name) => `对 ${name} 的操作`,
  full: '人数已满。',
  askToMute: '请对方静音',
  asked: '已请求',
  makeHost: '设为主持人…',
  remove: '移出…',
};

export const safety: typeof english.safety = {
  heading: '安全码',
  howTo: '互相念出这些名称。如果每个人的都一样，就没有人介入其中。',
  sealed: '这次通话已加密：浏览器已用链接中的密钥核对过。如果链接可能落到别人手里，请再互相核对。',
  none: '与别人连接后，这里会显示安全码。',
  match: '完全一致',
  verified: '已核对：你已和在场的每个人比对过。',
  stale: '核对之后又有人加入。请重新核对。',
};

export const host: typeof english.host = {
  heading: '主持人控制',
  unreachable: '连不上服务器，恢复之前无法更改任何设置。',
  entry: '谁可以加入',
  entries: {
    open: { label: '任何有链接的人', note: '' },
    knock: { label: '经主持人同意的人', note: '他们需要先请求，再等待。' },
    closed: { label: '不接受新成员', note: '已在通话中的人不受影响。' },
  },
  hideAddresses: '隐藏所有人的地址',
  aboutHiding: '所有声音和画面都经过中继，质量可能会下降。',
  noRelay: '这台服务器没有可用来隐藏地址的中继。',
  end: '结束所有人的通话…',

  cancel: '取消',
  removal: {
    heading: (name) => `移出 ${name}？`,
    sentence:
      '对方会立即退出，其浏览器也不能再次加入。只要通话还接受新成员，对方换一个浏览器仍可能回来。',
    closes: '同时不再接受新成员',
    confirm: '移出',
  },
  handOver: {
    heading: (name) => `将 ${name} 设为主持人？`,
    sentence: (name) => `此后由 ${name} 决定谁可以加入、谁必须离开。此操作无法撤回。`,
    confirm: '设为主持人',
  },
  ending: {
    heading: '结束所有人的通话？',
    sentence: '所有人都会立即退出。',
    confirm: '全部结束',
  },
};
