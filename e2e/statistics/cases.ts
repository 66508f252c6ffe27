// What is recorded: a call, and what goes wrong in it once it runs.
import { busyProgram } from '../busy-program.ts';
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
    spoil: ({ ana }) => {
      ana?.host?.network.squeeze('downlink', 300);
      return () => ana?.host?.network.heal();
    },
  },
  'path-loss': {
    about: 'Of what passes between Ana and Ben, 10 % is lost each way.',
    people: trio,
    spoil: lossBetween,
  },
  'uplink-loss': {
    about: '10 % of what Ana sends is lost.',
    people: trio,
    spoil: ({ ana }) => {
      ana?.host?.network.lose('uplink', { share: 0.1 });
      return () => ana?.host?.network.heal();
    },
  },
  'downlink-loss': {
    about: '10 % of what is sent to Ana is lost.',
    people: trio,
    spoil: ({ ana }) => {
      ana?.host?.network.lose('downlink', { share: 0.1 });
      return () => ana?.host?.network.heal();
    },
  },
  'thin-uplink': {
    about: 'Ana can send 500 kbit/s in all.',
    people: trio,
    spoil: ({ ana }) => {
      ana?.host?.network.squeeze('uplink', 500);
      return () => ana?.host?.network.heal();
    },
  },
  'thin-downlink': {
    about: 'Ana can receive 500 kbit/s in all.',
    people: trio,
    spoil: ({ ana }) => {
      ana?.host?.network.squeeze('downlink', 500);
      return () => ana?.host?.network.heal();
    },
  },
  'thin-uplink-of-two': {
    about: 'Ana can send 300 kbit/s.',
    people: pair,
    spoil: ({ ana }) => {
      ana?.host?.network.squeeze('uplink', 300);
      return () => ana?.host?.network.heal();
    },
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
    prepare: ({ ana }) => ana?.host?.network.drop('uplink', 'meta l4proto udp'),
  },
  'tcp-relay-lossy': {
    about: 'Ana reaches the relay by TCP alone, and 3 % of what passes is lost.',
    people: pair,
    relayed: ['ana'],
    prepare: ({ ana }) => ana?.host?.network.drop('uplink', 'meta l4proto udp'),
    spoil: ({ ana }) => {
      ana?.host?.network.lose('uplink', { share: 0.03 });
      ana?.host?.network.lose('downlink', { share: 0.03 });
      return () => ana?.host?.network.heal();
    },
  },
  'udp-relay': { about: 'Ana uses a relay, by UDP.', people: pair, relayed: ['ana'] },
};

function lossBetween({ ana, ben }: Members): () => void {
  const network = ana?.host?.network;
  const peer = ben?.host?.network.address;
  if (!network || peer === undefined) throw new Error('both have a host of their own');
  network.lose('uplink', { share: 0.1, peer });
  network.lose('downlink', { share: 0.1, peer });
  return () => network.heal();
}
