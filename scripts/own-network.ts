// A network of the tests' own, so that they can drop packets without touching the machine's: a namespace of the kernel
// that has nothing but loopback, and goes when the last program in it ends.
import { spawnSync } from 'node:child_process';

type Command = readonly [string, ...string[]];

/** Only root may make one. Anyone else may in a namespace of users, if the machine lets them, and stays who they are. */
const rights = process.getuid?.() === 0 ? [] : ['--map-current-user', '--keep-caps'];
/** Debian keeps `ip` and `nft` where only root looks for programs. */
const script = 'PATH="$PATH:/usr/sbin:/sbin" && ip link set lo up && exec "$@"';
const enter = ['unshare', ...rights, '--net', 'sh', '-c', script, 'sh'] as const;

/** The command that runs `command` in such a network; undefined where the machine gives none. */
export function inOwnNetwork(command: Command): Command | undefined {
  const [program, ...args] = enter;
  const rule = 'table inet trial { chain arriving { type filter hook input priority 0; drop; }; }';
  const { status } = spawnSync(program, [...args, 'nft', rule], { stdio: 'ignore' });
  return status === 0 ? [...enter, ...command] : undefined;
}
