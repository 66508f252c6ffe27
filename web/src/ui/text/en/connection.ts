// How the call goes over each connection, why it goes badly, and what helps. It is loaded with the parts that say it.
import type { LinkSummary } from '../../../../../protocol/peer-status.ts';
import type { Link } from '../../../engine/peer/peer-state.ts';
import type { Cause, Verdict } from '../../../engine/quality/verdict.ts';
import type { DataUse } from '../../../state/data-use.ts';
import type { Help, Remedy } from '../../../state/help-for.ts';
import { listed } from './listed.ts';
import type { Explained } from './settings.ts';

export interface VerdictSentences {
  readonly own: string;
  readonly theirs: (name: string) => string;
}

const verdicts: Record<Cause, VerdictSentences> = {
  processor: {
    own: 'Your device can’t keep up with so many pictures: they stutter, yours too.',
    theirs: (name) =>
      `${name}’s device can’t keep up with the call: their picture stutters for everyone.`,
  },
  uplink: {
    own: 'Your upload is too thin for this call: the others see and hear you badly.',
    theirs: (name) =>
      `${name}’s upload is too thin for this call: everyone sees and hears them badly.`,
  },
  downlink: {
    own: 'Your download is too thin for this call: you see and hear the others badly.',
    theirs: (name) =>
      `${name}’s download is too thin for this call: they see and hear the others badly.`,
  },
  'tcp-relay': {
    own: 'You are connected over TCP, where whatever gets lost holds up everything after it.',
    theirs: (name) =>
      `${name} is connected over TCP, where whatever gets lost holds up everything after it.`,
  },
  path: {
    own: 'The line between you and the others loses packets, or holds them up.',
    theirs: (name) => `The line between you and ${name} loses packets, or holds them up.`,
  },
  distance: {
    own: 'The way to the others is long: what is said takes a while to arrive.',
    theirs: (name) => `The way to ${name} is long: what is said takes a while to arrive.`,
  },
};

const helps: Record<Help, string> = {
  'pause-sending': 'Pausing the files you send helps.',
  'pause-receiving': 'Pausing the files you receive helps.',
  'camera-off': 'Turning off your camera helps.',
  'stop-sharing': 'It helps if you stop sharing your screen.',
  save: 'Smaller pictures help.',
  'sound-only': 'Doing without pictures helps.',
  'better-network':
    'Another network helps: closer to the Wi-Fi, a cable, or fewer downloads beside the call.',
  'fewer-programs': 'Closing other programs helps.',
  'allow-udp': 'Ask whoever runs your network to allow UDP to the relay, as a rule at port 3478.',
  'theirs-less-video': 'It helps if they turn off their camera.',
  'theirs-save': 'It helps if they save data.',
  'theirs-fewer-programs': 'It helps if they turn off their camera, or close other programs.',
  'theirs-allow-udp':
    'It helps if whoever runs their network allows UDP to the relay, as a rule at port 3478.',
  wait: 'It mostly passes. If it does not, leave and come back: that may find another way.',
  pauses: 'Nothing is broken; short pauses help.',
};

const remedies: Record<Remedy, string> = {
  'pause-sending': 'Pause files',
  'pause-receiving': 'Pause files',
  'camera-off': 'Turn camera off',
  'stop-sharing': 'Stop sharing',
  save: 'Save data',
  'sound-only': 'Sound only',
};

/** Of whom no rule finds a fault. */
const calms = {
  fine: {
    sentence: 'Everything is fine',
    advice: 'Checked: speed, delay and loss of every connection, and whether the devices keep up.',
  },
  serverless: {
    sentence: 'Between you and the others all is well.',
    advice:
      'Only the server is out of reach: the call goes on, and nobody new can join you until it is back.',
  },
  seatless: {
    sentence: 'Between you and those you see all is well.',
    advice: 'You have no seat in the call at the moment: whoever comes now does not see you.',
  },
  unclear: {
    sentence: 'It stutters at the moment, and it is not clear why.',
    advice: 'If it stays so, leave and come back.',
  },
  cutOff: (names: readonly string[]) => ({
    sentence: `${listed(names)} ${names.length === 1 ? 'is' : 'are'} not connected to you at the moment.`,
    advice: 'It is tried again by itself.',
  }),
  silent: (names: readonly string[]) => ({
    sentence: `Nothing arrives from ${listed(names)} at the moment.`,
    advice: 'It mostly passes. If it does not, leave and come back.',
  }),
};

const paths: Record<LinkSummary['path'], string> = {
  direct: 'Direct',
  'relay-udp': 'Through a relay',
  'relay-tcp': 'Through a relay, over TCP',
  'relay-tls': 'Through a relay, over TLS',
};

const dataUses: Record<DataUse, Explained> = {
  full: { label: 'Full', note: 'Everything as sharp as connections and devices carry it.' },
  saver: { label: 'Save data', note: 'Smaller pictures, of you and of the others.' },
  'audio-only': {
    label: 'Sound only',
    note: 'No pictures come in, and your camera is turned off.',
  },
};

const severities: Record<Verdict['severity'], string> = { bad: 'Bad', poor: 'Poor' };

export const connection = {
  heading: 'Connection',
  close: 'Close connection',
  verdicts,
  severities,
  helps,
  remedies,
  alert: (sentence: string, advice: string) => `${sentence} ${advice}`,
  details: 'Details',
  calms,
  measuring: 'Measuring…',
  alone: 'Nobody else is here yet: there is no connection to look at.',

  links: 'Connections',
  chartSpan: 'Charts: last two minutes',
  linkStates: {
    connecting: 'Not connected yet',
    connected: 'Measuring…',
    interrupted: 'Cut off, reconnecting…',
    failed: 'No connection',
  } satisfies Record<Link, string>,
  paths,
  delay: 'Delay',
  from: (name: string) => `From ${name}`,
  to: (name: string) => `To ${name}`,
  speed: 'Speed',
  lost: 'Lost',
  patched: 'Sound gaps',
  frozen: 'Picture frozen',
  camera: 'Camera',
  screen: 'Screen',
  unknown: 'not known',
  ms: (ms: number) => `${ms} ms`,
  percent: (percent: number) => `${percent}%`,
  kbps: (kbps: number) => `${kbps} kbit/s`,
  mbps: (mbps: number) => `${mbps} Mbit/s`,
  picture: (width: number, height: number, rate: number) => `${width} × ${height}, ${rate} fps`,

  data: 'Data use',
  dataUses,
  soundOnly: 'Sound only',
  soundOnlyWhile: (name: string) => `Sound only. ${name} is sharing a screen.`,
  showPictures: 'Show pictures',

  copy: 'Copy report',
  copied: 'Copied',
  aboutReport: 'Figures only: no names, no addresses.',
  byHand: 'The browser does not let the page copy. The report is selected: copy it by hand.',
  report: 'Report',
  person: (number: number) => `Person ${number}`,
  browser: 'Browser',
};
