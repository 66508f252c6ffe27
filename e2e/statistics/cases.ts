// What is recorded: a call, and what goes wrong in it once it runs.
import { busyProgram } from '../busy-program.ts';
import type { HostNetwork, Loss, Way } from '../host-network.ts';
import type { Participant } from './participant.ts';

export type Members = Readonly<Record<string, Participant>>;

export interface Case {
  readonly about: string;
  readonly people: readonly string[];
  /** Those in front of a Firefox; it has no host of its own, so nothing but its peers' networks can be made bad. */
  readonly firefox?: readonly string[];
  /** Who can be reached by a relay alone. */
  readonly relayed?: readonly string[];
  /** Before anyone connects. */
  readonly prepare?: (members: Members) => void;
  /** Once the call has settled; gives what ends it. */
  readonly spoil?: (members: Members) => () => void;
  /** One of the processors for whom it is to be crowded; the others share the other. */
  readonly alone?: string;
}

const trio = ['ana', 'ben', 'cleo'];
const pair = ['ana', 'ben'];

export const cases: Readonly<Record<string, Case>> = {
  fine: { about: 'All is well.', people: trio },
  'fine-firefox': { about: 'All is well; Ben has a Firefox.', people: pair, firefox: ['ben'] },
  'thin-path-firefox': {
    about: 'Ben, who has a Firefox, gets 300 kbit/s through to Ana.',
    people: pair,
    firefox: ['ben'],
    spoil: squeezed('downlink', 300),
  },
  'path-loss': {
    about: 'Of what passes between Ana and Ben, 10 % is lost each way.',
    people: trio,
    spoil: lossBetween,
  },
  'uplink-loss': {
    about: '10 % of what Ana sends is lost.',
    people: trio,
    spoil: losing(['uplink'], { share: 0.1 }),
  },
  'downlink-loss': {
    about: '10 % of what is sent to Ana is lost.',
    people: trio,
    spoil: losing(['downlink'], { share: 0.1 }),
  },
  'thin-uplink': {
    about: 'Ana can send 500 kbit/s in all.',
    people: trio,
    spoil: squeezed('uplink', 500),
  },
  'thin-downlink': {
    about: 'Ana can receive 500 kbit/s in all.',
    people: trio,
    spoil: squeezed('downlink', 500),
  },
  'thin-uplink-of-two': {
    about: 'Ana can send 300 kbit/s.',
    people: pair,
    spoil: squeezed('uplink', 300),
  },
  'busy-processor': {
    about: 'Other programs take most of the processor that Ana has.',
    people: pair,
    alone: 'ana',
    spoil: () => {
      const others = Array.from({ length: 6 }, () => busyProgram(0));
      return () => others.forEach((each) => each.kill('SIGKILL'));
    },
  },
  'tcp-relay': {
    about: 'Ana reaches the relay by TCP alone.',
    people: pair,
    relayed: ['ana'],
    prepare: withoutUdp,
  },
  'tcp-relay-lossy': {
    about: 'Ana reaches the relay by TCP alone, and 3 % of what passes is lost.',
    people: pair,
    relayed: ['ana'],
    prepare: withoutUdp,
    spoil: losing(['uplink', 'downlink'], { share: 0.03 }),
  },
  'udp-relay': { about: 'Ana uses a relay, by UDP.', people: pair, relayed: ['ana'] },
};

/** Ana gets so much through, that way. */
function squeezed(way: Way, kbps: number) {
  return (members: Members) => {
    const network = networkOfAna(members);
    network.squeeze(way, kbps);
    return () => network.heal();
  };
}

/** Of what Ana sends, or is sent, so much is lost. */
function losing(ways: readonly Way[], loss: Loss) {
  return (members: Members) => {
    const network = networkOfAna(members);
    for (const way of ways) network.lose(way, loss);
    return () => network.heal();
  };
}

function lossBetween(members: Members): () => void {
  const peer = members['ben']?.host?.network.address;
  if (peer === undefined) throw new Error('Ben has a host of his own');
  return losing(['uplink', 'downlink'], { share: 0.1, peer })(members);
}

/** From the beginning. */
function withoutUdp(members: Members): void {
  networkOfAna(members).drop('uplink', 'meta l4proto udp');
}

function networkOfAna({ ana }: Members): HostNetwork {
  if (!ana?.host) throw new Error('Ana has a host of her own');
  return ana.host.network;
}
