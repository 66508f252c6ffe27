// The network of one host: a namespace of the kernel, joined by a cable to the bridge `wan` of the tests' own network,
// where relays are, too. Each way of the cable can be made thin or lossy. It goes with its last program, and the cable
// with it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { addresses } from '../turn/testing/own-network.ts';

/** Seen from the host: what it sends goes up. */
export type Way = 'uplink' | 'downlink';

export interface Loss {
  /** Of all packets, from 0 to 1. */
  readonly share: number;
  /** Only of those for, or from, this address. */
  readonly peer?: string;
}

/** The host's own end of its cable. The other end is named after the host. */
const device = 'eth0';
const [gateway] = addresses;
const table = 'earshot_fault';
/**
 * What may wait before it is thrown away: about what a home router keeps. Much less, and a sender meets loss before it
 * sees the delay grow, which is what it goes by; much more, and speech arrives too late to be heard though all arrives.
 */
const queueMs = 250;
const packetBytes = 1_514;

export class HostNetwork {
  readonly address: string;
  /** Listens on the host's own localhost, at the port that was asked for. */
  readonly door: Server;
  readonly #outerDevice: string;
  readonly #namespace: number;
  readonly #squeezed = new Set<Way>();
  readonly #tables = new Set<Way>();
  #isClosed = false;

  private constructor(number: number, door: Server, namespace: number) {
    this.address = addressOf(number);
    this.door = door;
    this.#outerDevice = `host${number}`;
    this.#namespace = namespace;
  }

  /** `number` tells hosts apart, from 1. */
  static async open(number: number, doorPort: number): Promise<HostNetwork> {
    const program = fileURLToPath(new URL('host-door.ts', import.meta.url));
    const command = 'ip link set lo up && exec "$0" "$@"';
    const child = spawn(
      'unshare',
      ['--net', 'sh', '-c', command, 'node', program, String(doorPort)],
      {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    const door = await doorFrom(child);
    // A namespace is there as long as somebody has it open.
    const network = new HostNetwork(number, door, openSync(`/proc/${child.pid}/ns/net`, 'r'));
    child.disconnect();
    network.#plugIn();
    return network;
  }

  /** In front of a command: runs it on this host. */
  get entry(): readonly [string, ...string[]] {
    return ['nsenter', `--net=/proc/${process.pid}/fd/${this.#namespace}`];
  }

  /** From now on no more gets through, until `heal`. Called again, it replaces the width. */
  squeeze(way: Way, kbps: number): void {
    this.#squeezed.add(way);
    // What is let through at once: two packets, or what the kernel's clock lets pass between two ticks.
    const burstBytes = Math.max(2 * packetBytes, Math.ceil((kbps * 1_000) / 8 / 100));
    const shape = `tbf rate ${kbps}kbit burst ${burstBytes} latency ${queueMs}ms`;
    this.#tc(way, 'replace', ...shape.split(' '));
  }

  /** From now on so many get lost, by chance, until `heal`. Called again, it adds to that. */
  lose(way: Way, { share, peer }: Loss): void {
    const side = way === 'uplink' ? 'daddr' : 'saddr';
    const whose = peer === undefined ? '' : `ip ${side} ${peer} `;
    this.drop(way, `${whose}numgen random mod 1000 < ${Math.round(share * 1_000)}`);
  }

  /** From now on what matches, as nft has it, gets lost on its way, until `heal`. */
  drop(way: Way, match: string): void {
    this.#tables.add(way);
    // Where it comes out of the cable: a sender whose own kernel drops a packet would be told.
    const hook = `type filter hook ingress device ${this.#farEnd(way)} priority 0;`;
    this.#run(
      way === 'downlink',
      'nft',
      `table netdev ${this.#table} { chain out { ${hook} ${match} drop; }; }`,
    );
  }

  /** The same both ways. */
  block(match: string): void {
    for (const way of ['uplink', 'downlink'] as const) this.drop(way, match);
  }

  heal(): void {
    for (const way of this.#squeezed) this.#tc(way, 'delete');
    for (const way of this.#tables)
      this.#run(way === 'downlink', 'nft', `delete table netdev ${this.#table}`);
    this.#squeezed.clear();
    this.#tables.clear();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.heal();
    this.door.close();
    // The kernel clears up after a namespace when it finds the time; the next host by that number can't wait.
    this.#run(false, 'ip', 'link', 'delete', this.#outerDevice);
    closeSync(this.#namespace);
  }

  #plugIn(): void {
    const outer = this.#outerDevice;
    const onHost = (...args: string[]) => this.#run(true, 'ip', ...args);
    // Made on the host: there its other end can be sent to the namespace this program is in.
    onHost(
      'link',
      'add',
      device,
      'type',
      'veth',
      'peer',
      'name',
      outer,
      'netns',
      String(process.pid),
    );
    // No address comes later, made up by the kernel: Chromium gives up what it loads when one does.
    this.#run(false, 'ip', 'link', 'set', outer, 'addrgenmode', 'none');
    onHost('link', 'set', device, 'addrgenmode', 'none');
    this.#run(false, 'ip', 'link', 'set', outer, 'master', 'wan', 'up');
    onHost('address', 'add', `${this.address}/24`, 'dev', device);
    onHost('link', 'set', device, 'up');
    // Browsers look for no candidates while there is no way out.
    onHost('route', 'add', 'default', 'via', gateway);
  }

  /** What a device sends can be shaped, so each way is at its beginning. */
  #tc(way: Way, verb: string, ...shape: string[]): void {
    const nearEnd = way === 'uplink' ? device : this.#outerDevice;
    this.#run(way === 'uplink', 'tc', 'qdisc', verb, 'dev', nearEnd, 'root', ...shape);
  }

  #farEnd(way: Way): string {
    return way === 'uplink' ? this.#outerDevice : device;
  }

  get #table(): string {
    return `${table}_${this.#outerDevice}`;
  }

  #run(isOnHost: boolean, ...command: readonly [string, ...string[]]): void {
    const [program, ...args] = isOnHost ? ([...this.entry, ...command] as const) : command;
    execFileSync(program, args);
  }
}

/** Hosts have theirs beside the relays'. */
function addressOf(number: number): string {
  return gateway.replace(/\d+$/, String(10 + number));
}

async function doorFrom(child: ChildProcess): Promise<Server> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a host of its own did not start: ${code}`);
  });
  const [, door] = await Promise.race([once(child, 'message'), ended]);
  if (!(door instanceof Server)) throw new Error('a host hands out its door first');
  ended.catch(() => undefined);
  return door;
}
