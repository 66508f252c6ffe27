// A network of the tests' own, so that they can drop packets and run relay hosts without touching the machine's: a
// namespace of the kernel that goes when the last program in it ends. Two hosts have an interface, since browsers reach
// relays by TCP only from one; somebody on the public internet is there, too.
import { spawnSync } from 'node:child_process';
import { addresses, someoneOutside } from '../turn/testing/own-network.ts';

type Command = readonly [string, ...string[]];

/** Only root may make one. Anyone else may in a namespace of users, if the machine lets them, and stays who they are. */
const rights = process.getuid?.() === 0 ? [] : ['--map-current-user', '--keep-caps'];
/**
 * Debian keeps `ip` and `nft` where only root looks for programs. Nothing about the network changes by itself:
 * - One end of a cable stays on the bridge: when the last has left it, it is down, and browsers pass it over. That end is
 *   dumb, or it would answer for the relays, too.
 * - The bridge has a hardware address of its own. Else it takes the lowest of what is plugged in, and whoever knows the
 *   one before is not heard until they ask anew.
 * - No device makes up an IPv6 address, which comes seconds late: Chromium gives up what it loads when an address comes.
 */
const script = `export OWN_NETWORK=yes PATH="$PATH:/usr/sbin:/sbin"
  quiet() { ip link set "$1" addrgenmode none || true; }
  ip link set lo up && ip address add ${someoneOutside}/32 dev lo &&
  { ip link add wan address 02:00:00:00:00:01 type bridge || ip link add wan type dummy; } &&
  quiet wan && ip link set wan up &&
  { ip link add wan-port type veth peer name wan-end && quiet wan-port && quiet wan-end &&
    ip link set wan-end arp off up && ip link set wan-port master wan up; true; } &&
  ${addresses.map((address) => `ip address add ${address}/24 dev wan`).join(' && ')} && exec "$@"`;
const enter = ['unshare', ...rights, '--net', 'sh', '-c', script, 'sh'] as const;

/** The command that runs `command` in such a network, which it sees by OWN_NETWORK; undefined where there is none. */
export function inOwnNetwork(command: Command): Command | undefined {
  const [program, ...args] = enter;
  const rule = 'table inet trial { chain arriving { type filter hook input priority 0; drop; }; }';
  const { status } = spawnSync(program, [...args, 'nft', rule], { stdio: 'ignore' });
  return status === 0 ? [...enter, ...command] : undefined;
}
