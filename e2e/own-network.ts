// The tests' own network: a namespace of the kernel that scripts/own-network.ts puts them in where the machine allows it.
// There packets can be dropped, and relays have addresses of their own, without touching the machine.
import { execFileSync } from 'node:child_process';
import { hasOwnNetwork } from '../turn/testing/own-network.ts';

/** For `test.skip`: whether a test that needs the network has none, and why. */
export const withoutOwnNetwork = [
  !hasOwnNetwork,
  'no network of its own here: unshare, ip or nft fails',
] as const;

const table = 'earshot_fault';

/** From now on no UDP packet arrives, until `pass`. */
export function dropUdp(): void {
  drop('meta l4proto udp');
}

/** From now on no packet arrives that matches, as nft has it, until `pass`. */
export function drop(match: string): void {
  if (!hasOwnNetwork) throw new Error('only the own network is cut: a test must skip itself');
  execFileSync('nft', [
    `table inet ${table} { chain arriving { type filter hook input priority 0; ${match} drop; }; }`,
  ]);
}

/** Calling it again changes nothing: the table is made, if it is not there, before it is deleted. */
export function pass(): void {
  execFileSync('nft', [`table inet ${table}; delete table inet ${table}`]);
}

/** A way that leads to nobody. Firefox looks for no candidates while there is none, not even of its own host. */
export function openWayOut(): void {
  if (hasOwnNetwork) execFileSync('ip', ['route', 'replace', 'default', 'dev', 'wan']);
}

export function closeWayOut(): void {
  if (hasOwnNetwork) execFileSync('ip', ['route', 'delete', 'default']);
}
