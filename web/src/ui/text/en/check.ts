// The check before a call. It is loaded with its screen.
import type { DirectFinding } from '../../../engine/check/direct-trial.ts';
import type { Grade, RelayOutcome } from '../../../engine/check/judge-relay.ts';
import type { ServerProblem } from '../../../engine/check/reach-server.ts';
import type { Transport } from '../../../engine/check/relay-address.ts';
import type { WayConclusion } from '../../../engine/check/conclusion.ts';
import type { DeviceKind } from '../../../engine/media/devices.ts';
import type { DeviceStep, SpeakerStep } from '../../../state/check-steps.ts';

/** A finding in a sentence, and the one thing that helps, if something does. */
export interface Advice {
  readonly sentence: string;
  readonly help: string;
}

const transports: Record<Transport, string> = { udp: 'UDP', tcp: 'TCP', tls: 'TLS', dtls: 'DTLS' };

const serverProblems: Record<ServerProblem, Advice> = {
  unreachable: {
    sentence: 'The server can’t be reached.',
    help: 'Check your connection, then run the check again.',
  },
  barred: {
    sentence: 'This server makes calls only for people with its pass.',
    help: 'Start a call with the pass once, or open the check in a call that you were invited to.',
  },
  busy: {
    sentence: 'The server was asked too often from here.',
    help: 'Wait a minute, then run the check again.',
  },
  faulty: {
    sentence: 'The server has a problem; it is not your connection.',
    help: 'Try again later, or tell whoever runs it.',
  },
  socketless: {
    sentence:
      'The server answers, but no lasting line to it opens: something on the way does not let WebSockets through.',
    help: 'Try another network, or ask whoever runs this one to let WebSockets through.',
  },
};

const directly: Record<DirectFinding, string> = {
  open: 'UDP gets out of this network and back, so others may be reached directly.',
  shut: 'UDP does not get out of this network and back, so nobody can be reached directly.',
  unknown:
    'To try this takes another person or a relay, and neither answers here. Usually it works.',
};

const outcomes: Record<RelayOutcome, (where: string, isSecure: boolean) => string> = {
  works: (where) => `Works, by ${where}.`,
  blocked: (where) => `No answer: nothing comes back from ${where}.`,
  closed: (where, isSecure) =>
    `Turned away at ${where}: nothing listens there, or something on the way refuses it${isSecure ? ', or its certificate is not valid' : ''}.`,
  refused: (where) =>
    `Refused by ${where}: it does not take this server’s credentials. Their secrets differ, or one of their clocks is wrong.`,
  full: (where) => `No room at ${where} for now.`,
  unconnected: (where) => `Of no use: ${where} answers, and lets nothing through.`,
};

const grades: Record<Grade, Advice> = {
  slow: {
    sentence: 'The connection is slow: voices will come through, pictures will be small.',
    help: 'Stop downloads, or leave your camera off.',
  },
  lossy: {
    sentence: 'The connection loses much on the way: voices and pictures will stutter.',
    help: 'Go nearer to the Wi-Fi, or use a cable.',
  },
  far: {
    sentence: 'The connection takes long: people will talk into each other.',
    help: 'Turn off a VPN if you use one, or try another network.',
  },
};

const noRelayHelp =
  'If somebody can’t be reached, one of you should try another network. Whoever runs the server can set up a relay.';
const onlyDirectly = {
  sentence:
    'This server has no relay: calls work only with people whose browsers yours can reach directly.',
  help: noRelayHelp,
};

const noRelay: Record<DirectFinding, Advice> = {
  open: onlyDirectly,
  unknown: onlyDirectly,
  shut: {
    sentence:
      'Calls will hardly work here: UDP is blocked, and this server has no relay to help out.',
    help: noRelayHelp,
  },
};

const ways: Record<WayConclusion, (where: string) => Advice> = {
  refused: (where) => ({
    sentence: 'A relay refuses everyone: it does not take this server’s credentials.',
    help: `Tell whoever runs the server: its TURN_SECRET and the relay’s differ, or one of their clocks is wrong (${where}).`,
  }),
  full: (where) => ({
    sentence: 'The relay has no room for now.',
    help: `Try again later, and tell whoever runs the server (${where}).`,
  }),
  broken: (where) => ({
    sentence: 'The relay answers, and lets nothing through: many calls will not connect.',
    help: `Tell whoever runs the server: the relay’s own ports are blocked, or it denies its own address (${where}).`,
  }),
  closed: (where) => ({
    sentence: 'The relay turns this browser away: many calls will not connect.',
    help: `Try another network. If it is the same there, tell whoever runs the server: perhaps the relay is not running (${where}).`,
  }),
  blocked: (where) => ({
    sentence: 'Nothing gets through from here to the relay: many calls will not connect.',
    help: `Try another network, or ask whoever runs this one to let through ${where}.`,
  }),
  'udp-blocked': (where) => ({
    sentence: 'UDP is blocked here, and TCP works: calls will work, but may stutter.',
    help: `Ask whoever runs this network to let through ${where}.`,
  }),
  'spare-blocked': (where) => ({
    sentence: `Calls will work here. Only a second way is blocked: ${where}.`,
    help: 'It would be needed only where UDP is blocked.',
  }),
  down: (where) => ({
    sentence: `One relay does not answer while another does: ${where}.`,
    help: 'Calls will work here. Tell whoever runs the server.',
  }),
};

const idleDevices: Record<DeviceKind | 'both', string> = {
  camera: 'Your camera gives nothing.',
  microphone: 'Your microphone gives nothing.',
  both: 'Your camera and your microphone give nothing.',
};

/** Devices that give nothing, though they should. */
function devices(device: DeviceKind | 'both', isConnectionFine: boolean): Advice {
  const idle = idleDevices[device];
  return {
    sentence: isConnectionFine ? `The connection is fine. ${idle}` : idle,
    help: 'What to do about it stands below.',
  };
}

const deviceSteps: Record<Exclude<DeviceStep['at'], 'trouble'>, string> = {
  off: 'Turned off. Turn it on to check it.',
  starting: 'Waiting for it. Allow it when the browser asks.',
  listening: 'Say something.',
  works: 'Works.',
};

const speakerSteps: Record<SpeakerStep, string> = {
  unplayed: 'Play a sound to check it.',
  playing: 'Playing…',
  asking: 'Did you hear two notes?',
  heard: 'Works.',
  unheard: 'Turn the volume up, check the cable, or choose another speaker.',
  failed: 'The sound could not be played. Choose another speaker.',
};

export const check = {
  heading: 'Will calls work here?',
  running: {
    sentence: 'Checking…',
    help: 'Some ten seconds. Meanwhile, say something and play a sound.',
  },
  runAgain: 'Run again',
  copy: 'Copy report',
  copied: 'Copied',
  reportHolds:
    'The report says what is shown here, with the time and your browser. The only addresses in it are the relay’s; it names nobody.',
  browser: 'Browser',
  notCopied: 'The browser did not let the report be copied.',
  close: 'Close',
  home: 'Home',
  steps: 'What was checked',
  camera: 'Camera',
  microphone: 'Microphone',
  speaker: 'Speaker',
  server: 'Server',
  direct: 'Direct connection',
  relay: (transport: Transport) => `Relay over ${transports[transport]}`,
  where: (transport: Transport, place: string) => `${transports[transport]} to ${place}`,
  deviceSteps,
  speakerSteps,
  turnOn: { camera: 'Turn camera on', microphone: 'Turn microphone on' },
  play: 'Play a sound',
  playAgain: 'Play again',
  heard: 'Yes',
  unheard: 'No',
  reaching: 'Reaching the server…',
  reached: 'Answers, and keeps a line open.',
  looking: 'Looking for a way…',
  directly,
  connecting: (place: string) => `Connecting to ${place}…`,
  measuring: (place: string) => `Connected to ${place}. Measuring…`,
  outcomes,
  grades,
  roundTrip: 'Round trip',
  milliseconds: (count: number) => `${count} ms`,
  loss: 'Lost',
  percent: (count: number) => `${count} %`,
  throughput: 'Throughput',
  megabits: (count: string) => `${count} Mbit/s`,
  good: {
    sentence: 'All is well: calls will work here.',
    help: 'If one goes badly all the same, “Connection” in its menu says why.',
  },
  serverProblems,
  noRelay,
  ways,
  devices,
  states: {
    good: 'good',
    fair: 'could be better',
    bad: 'problem',
    running: 'running',
    idle: 'not checked',
  },
};
