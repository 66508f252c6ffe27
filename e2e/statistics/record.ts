// A program: records what real browsers count in calls that go wrong in a known way, as the tests of
// web/src/engine/quality/ play it. Started by scripts/record-statistics.ts, in a network of its own.
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addresses } from '../../turn/testing/own-network.ts';
import { type RelayHost, startRelayHost } from '../../turn/testing/relay-host.ts';
import type { Film } from '../film.ts';
import type { HostNetwork } from '../host-network.ts';
import { openWayOut } from '../own-network.ts';
import type { Look } from './call-page.ts';
import { type Case, type Members, cases } from './cases.ts';
import { columnsOf } from './columns.ts';
import { Participant } from './participant.ts';

const folder = fileURLToPath(new URL('../../web/src/engine/quality/recorded/', import.meta.url));
const film: Film = { width: 640, height: 360, framesPerSecond: 15 };
const maxVideoBitrate = 800_000;
const secret = 'a-secret-of-recordings-and-of-nothing-else';
const port = 8798;
/** Estimates start low and take as long to find what gets through. */
const settleLooks = 6;
const looksBefore = 2;
const looksAfter = 6;
const looksHealed = 6;

const known = Object.keys(cases);
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !known.includes(name));
if (unknown !== undefined) {
  console.error(`No case is called ${unknown}. There are ${known.join(', ')}.`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
for (const [name, wanted] of Object.entries(cases)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  writeFileSync(join(folder, `${name}.json`), format(await record(wanted)));
  console.log(`${name} is recorded`);
}

async function record(wanted: Case) {
  const page = createServer((_, response) => response.end('<!doctype html>')).listen(port);
  await once(page, 'listening');
  const relay = wanted.relayed ? await startRelay() : undefined;
  const people: Participant[] = [];
  try {
    for (const name of wanted.people) people.push(await arrives(wanted, name));
    const members = Object.fromEntries(people.map((person) => [person.name, person]));
    wanted.prepare?.(members);
    await connect(wanted, people);
    await lookAll(people, settleLooks);
    const before = await lookAll(people, looksBefore);
    const end = wanted.spoil?.(members);
    const after = await lookAll(people, looksAfter);
    end?.();
    const healed = end ? await lookAll(people, looksHealed) : [];
    return written(wanted, members, [before, after, healed].map(byPerson(people)));
  } finally {
    for (const person of people) await person.leaves();
    await relay?.close();
    page.close();
  }
}

async function arrives(wanted: Case, name: string): Promise<Participant> {
  const origin = `http://localhost:${port}`;
  if (wanted.firefox?.includes(name)) {
    openWayOut();
    return Participant.withFirefox({ name, film, origin });
  }
  const number = wanted.people.indexOf(name) + 1;
  const processor = wanted.alone && { processor: wanted.alone === name ? 0 : 1 };
  const participant = await Participant.withChromium({ name, film, origin, number, ...processor });
  if (participant.host) giveInternetAddress(participant.host.network, number);
  return participant;
}

/** Relays serve nobody but the public internet. */
function giveInternetAddress({ entry: [program, ...args] }: HostNetwork, number: number): void {
  const inside = (...command: string[]) => execFileSync(program, [...args, ...command]);
  inside('ip', 'address', 'add', `45.0.1.${number}/24`, 'dev', 'eth0');
  execFileSync('ip', ['address', 'replace', '45.0.1.254/24', 'dev', 'wan']);
}

async function connect(wanted: Case, people: readonly Participant[]): Promise<void> {
  const linkOf = (own: Participant, other: Participant) => ({
    id: other.name,
    configuration: configurationFor(wanted, own),
    maxVideoBitrate,
  });
  for (const [index, person] of people.entries())
    for (const other of people.slice(index + 1)) await person.calls(other, linkOf);
  for (let tries = 0; tries < 100; tries++) {
    const all = await Promise.all(people.map((person) => person.isConnected()));
    if (all.every(Boolean)) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
  throw new Error('they do not reach each other');
}

function configurationFor(wanted: Case, person: Participant): RTCConfiguration {
  if (!wanted.relayed?.includes(person.name)) return {};
  const username = `${Math.floor(Date.now() / 1_000) + 3_600}:${person.name}`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  const [address] = addresses;
  const urls = ['udp', 'tcp'].map((way) => `turn:${address}:3478?transport=${way}`);
  return { iceServers: [{ urls, username, credential }], iceTransportPolicy: 'relay' };
}

function startRelay(): Promise<RelayHost> {
  return startRelayHost({ settings: { TURN_AUTH: 'secret', TURN_SECRET: secret } });
}

function lookAll(people: readonly Participant[], count: number): Promise<Look[][]> {
  return Promise.all(people.map((person) => person.look(count)));
}

function byPerson(people: readonly Participant[]) {
  return (looks: readonly Look[][]) =>
    Object.fromEntries(people.map(({ name }, index) => [name, looks[index] ?? []]));
}

function written(wanted: Case, members: Members, phases: readonly Record<string, Look[]>[]) {
  const ends = Object.entries(members).map(([name, { version }]) => {
    const looks = phases.flatMap((phase) => phase[name] ?? []);
    const beganMs = looks[0]?.atMs ?? 0;
    const others = wanted.people.filter((other) => other !== name);
    const end = {
      browser: version,
      atMs: looks.map(({ atMs }) => Math.round(atMs - beganMs)),
      lateMs: looks.map(({ lateMs }) => Math.round(lateMs)),
      links: Object.fromEntries(others.map((other) => [other, columnsOf(looks, other)])),
    };
    return [name, end] as const;
  });
  return {
    about: wanted.about,
    /** How many looks were taken before it went wrong, while it was, and after. */
    looks: phases.map((phase) => Object.values(phase)[0]?.length ?? 0),
    maxVideoKbps: maxVideoBitrate / 1_000,
    people: Object.fromEntries(ends),
  };
}

/** One line for each entry of a report. */
function format(recording: object): string {
  const text = JSON.stringify(recording, undefined, 1);
  const entry = /\{[^{}]*"type"[^{}]*\}|\[[^{}[\]]*\]/g;
  return `${text.replaceAll(entry, (columns) => JSON.stringify(JSON.parse(columns)))}\n`;
}
