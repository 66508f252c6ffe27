// A real relay of one kind, looked at from the internet; in the network of the tests' own.
import { spawnSync } from 'node:child_process';
import { test } from 'vitest';
import { hasOwnNetwork, someoneOutside } from '../../testing/own-network.ts';
import { type RelayOptions, startRelayHost } from '../../testing/relay-host.ts';
import type { Access } from '../access.ts';
import { checkRelay } from '../check-relay.ts';
import type { Target } from '../context.ts';
import type { Row } from '../row.ts';

export const networkTest: typeof test.skip = hasOwnNetwork ? test : test.skip;

const table = 'earshot_check';

interface Circumstances extends RelayOptions {
  readonly target?: Partial<Target>;
  /** Most tests do without: its handshakes take longer than all else. */
  readonly hasTls?: boolean;
  /** A rule for what arrives anywhere in this network. */
  readonly firewall?: string;
}

export async function checkRelayHost(circumstances: Circumstances = {}): Promise<readonly Row[]> {
  const { target, firewall, hasTls = false, ...options } = circumstances;
  const host = await startRelayHost(hasTls ? options : withoutTls(options));
  const access: Access = { kind: 'signed', secret: host.secret };
  const usual: Target = {
    host: host.domain,
    address: host.address,
    from: someoneOutside,
    port: 3478,
    tlsPorts: hasTls ? [443, 5349] : [],
    authorities: [host.authority],
    capacity: 8,
    access,
  };
  const outside = {
    lookup: async () => [],
    nowMs: Date.now,
    stop: new AbortController().signal,
  };
  try {
    if (firewall !== undefined) filter(firewall);
    return await checkRelay({ ...usual, ...target }, outside);
  } finally {
    spawnSync('nft', [`table inet ${table}; delete table inet ${table}`]);
    await host.close();
  }
}

function withoutTls(options: RelayOptions): RelayOptions {
  const settings = { TURN_CERTIFICATE: '', TURN_CERTIFICATE_KEY: '', ...options.settings };
  return { ...options, settings, certificate: { chain: '', key: '', authority: '' } };
}

function filter(rule: string): void {
  const chain = `chain arriving { type filter hook input priority 0; ${rule}; }`;
  const { status, stderr } = spawnSync('nft', [`table inet ${table} { ${chain}; }`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`nft refused the rule: ${stderr}`);
}

/** The names of the rows that are not green, but for those that none of these relays has: a DNS, or for most TLS. */
export function blemishes(rows: readonly Row[]): Readonly<Record<'red' | 'grey', string[]>> {
  const named = (verdict: Row['verdict']) =>
    rows
      .filter((row) => row.verdict === verdict)
      .map(({ name }) => name)
      .filter((name) => name !== 'dns' && name !== 'tls');
  return { red: named('red'), grey: named('grey') };
}

/** What the row of that name says: what was seen, what it means, and what to change. */
export function said(rows: readonly Row[], name: string): string {
  const row = rows.find((each) => each.name === name);
  if (!row) throw new Error(`there is no row ${name}`);
  if (row.verdict !== 'red') return row.seen;
  return [row.seen, row.means, ...row.changes.map(({ where, line }) => `${where}: ${line}`)].join(
    '\n',
  );
}

/** Takes out the lines of a configuration that begin with one of these. */
export function without(...beginnings: readonly string[]): (configuration: string) => string {
  return (configuration) =>
    configuration
      .split('\n')
      .filter((line) => !beginnings.some((beginning) => line.startsWith(beginning)))
      .join('\n');
}

export function withLines(...lines: readonly string[]): (configuration: string) => string {
  return (configuration) => `${configuration}\n${lines.join('\n')}\n`;
}
