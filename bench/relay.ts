// `npm run bench:relay`: what a relay host needs, for sizing one: memory and files for each allocation, processor time
// for what it relays. The floor is the same datagrams sent without it.
import { spawnSync } from 'node:child_process';
import { type Socket, createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { machine } from '../scripts/machine.ts';
import { inOwnNetwork } from '../scripts/own-network.ts';
import { processorMsOf } from '../scripts/processor-time.ts';
import { Clients } from '../turn/check/clients.ts';
import type { TurnClient } from '../turn/check/stun/turn-client.ts';
import { comesTo } from '../turn/testing/newcomers.ts';
import { hasOwnNetwork, someoneOutside } from '../turn/testing/own-network.ts';
import { type RelayHost, startRelayHost } from '../turn/testing/relay-host.ts';

const allocations = 2_000;
/** Each below what max-bps allows an allocation. */
const streams = 10;
const sentMbit = 4 * streams;
const sentForMs = 5_000;
const datagramBytes = 1_200;
if (hasOwnNetwork) await measure();
else runInOwnNetwork();

function runInOwnNetwork(): void {
  const inside = inOwnNetwork(['node', 'bench/relay.ts']);
  if (!inside)
    throw new Error('this machine gives no network of its own, where a relay could be measured');
  const [program, ...args] = inside;
  process.exitCode = spawnSync(program, args, { stdio: 'inherit' }).status ?? 1;
}

async function measure(): Promise<void> {
  const relay = await startRelayHost();
  try {
    console.log(`${machine()}\n`);
    await measureAllocations(relay);
    await measureRelaying(relay);
  } finally {
    await relay.close();
  }
}

async function measureAllocations(relay: RelayHost): Promise<void> {
  const before = usageOf(relay);
  const clients = new Clients();
  for (let count = 0; count < allocations; count += 1) await comesTo(relay, clients);
  const after = usageOf(relay);
  const each = (key: keyof Usage) => (after[key] - before[key]) / allocations;
  console.log(`idle: ${(before.memoryKb / 1_024).toFixed(0)} MB`);
  console.log(
    `each of ${allocations} allocations: ${each('memoryKb').toFixed(0)} kB, ${each('files').toFixed(1)} files`,
  );
  await clients.close();
}

async function measureRelaying(relay: RelayHost): Promise<void> {
  const peer = createSocket('udp4').bind(0, someoneOutside);
  await once(peer, 'listening');
  const to = { address: someoneOutside, port: peer.address().port };
  const clients = new Clients();
  const senders: TurnClient[] = [];
  for (let count = 0; count < streams; count += 1) {
    const { client } = await comesTo(relay, clients);
    await client.permit(someoneOutside);
    senders.push(client);
  }
  const before = usageOf(relay);
  const relayed = await sendTo(peer, (datagram, count) =>
    senders[count % streams]?.send(to, datagram),
  );
  const relayMs = usageOf(relay).processorMs - before.processorMs;
  const direct = createSocket('udp4');
  const bare = await sendTo(peer, (datagram) => direct.send(datagram, to.port, to.address));
  direct.close();
  await clients.close();
  peer.close();

  const perMbit = relayMs / sentForMs / relayed.mbit;
  console.log(
    `relaying ${relayed.mbit.toFixed(0)} Mbit/s one way: ${(perMbit * 100).toFixed(2)} % of a core for each Mbit/s, ${relayed.lost} of ${relayed.sent} datagrams lost`,
  );
  console.log(
    `the same sent without it: ${bare.mbit.toFixed(0)} Mbit/s, ${bare.lost} of ${bare.sent} lost; ratio ${(relayed.mbit / bare.mbit).toFixed(2)}`,
  );
}

/** Sends evenly for `sentForMs`, and counts what arrives. */
async function sendTo(peer: Socket, send: (datagram: Buffer, count: number) => void) {
  let arrived = 0;
  const count = () => (arrived += 1);
  peer.on('message', count);
  const datagram = Buffer.alloc(datagramBytes);
  const everyMs = 1_000 / ((sentMbit * 1e6) / 8 / datagramBytes);
  const beganMs = performance.now();
  let sent = 0;
  while (performance.now() - beganMs < sentForMs) {
    for (; sent * everyMs < performance.now() - beganMs; sent += 1) send(datagram, sent);
    await pause(1);
  }
  await pause(200); // For the last ones under way.
  peer.off('message', count);
  return { sent, lost: sent - arrived, mbit: (arrived * datagramBytes * 8) / sentForMs / 1_000 };
}

interface Usage {
  readonly memoryKb: number;
  readonly files: number;
  readonly processorMs: number;
}

/** What Linux says of coturn (proc(5)). */
function usageOf(relay: RelayHost): Usage {
  const folder = `/proc/${relay.pid()}`;
  const memory = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1];
  return {
    memoryKb: Number(memory),
    files: readdirSync(`${folder}/fd`).length,
    processorMs: processorMsOf(Number(relay.pid())),
  };
}
