// A real coturn, set up by what turn/ ships: relay.env, prepare, serve. It needs a network of the tests' own
// (scripts/own-network.ts), where the addresses are and where 443 is free.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { encode, newTransactionId } from '../check/stun/message.ts';
import { type Certificate, certificateFor } from './certificate.ts';
import { type Settings, relayEnv, usual } from './relay-env.ts';

export interface RelayOptions {
  /** One of the network's addresses; by default the first. */
  readonly address?: string;
  readonly domain?: string;
  /** Lines of relay.env that differ from the usual ones. */
  readonly settings?: Settings;
  /** Breaks the rendered configuration, as an operator might. */
  readonly spoil?: (configuration: string) => string;
  /** A certificate of another kind. */
  readonly certificate?: Certificate;
  /** One that prepare would refuse, put in the place of what it wrote. */
  readonly spoiledCertificate?: Certificate;
  /** How far its clock is ahead of the machine's; behind, when negative. */
  readonly clockAheadSeconds?: number;
}

export interface RelayHost {
  readonly address: string;
  readonly domain: string;
  readonly secret: string;
  /** Holds relay.env and all that turn/prepare made of it. */
  readonly folder: string;
  /** The certificate of the authority that signed the host's. */
  readonly authority: string;
  readonly log: () => string;
  /** Of coturn; undefined while it is not running. */
  readonly pid: () => number | undefined;
  /** Runs one of turn/'s scripts on its folder and gives what it said; rejects with that when it fails. */
  run(script: string, ...args: string[]): Promise<string>;
  /** Ends it, with SIGKILL as a power failure would, and leaves the folder. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Starts it again with the folder as it is, unless it runs. */
  start(): Promise<void>;
  /** Ends it and removes the folder; calling it again changes nothing. */
  close(): Promise<void>;
}

export async function startRelayHost(options: RelayOptions = {}): Promise<RelayHost> {
  const { address = usual.TURN_ADDRESS, domain = usual.TURN_DOMAIN, settings = {} } = options;
  const folder = mkdtempSync(join(tmpdir(), 'earshot-relay-'));
  const certificate = options.certificate ?? certificateFor(domain);
  const secret = settings['TURN_SECRET'] ?? usual.TURN_SECRET;
  const file = (name: string) => join(folder, name);
  writeFileSync(file('chain.pem'), certificate.chain);
  writeFileSync(file('private.pem'), certificate.key);
  const text = relayEnv({
    TURN_DOMAIN: domain,
    TURN_ADDRESS: address,
    TURN_CERTIFICATE: file('chain.pem'),
    TURN_CERTIFICATE_KEY: file('private.pem'),
    ...settings,
  });
  writeFileSync(file('relay.env'), text);

  let coturn: ChildProcess | undefined;
  let log = '';
  const host: RelayHost = {
    address,
    domain,
    secret,
    folder,
    authority: (options.spoiledCertificate ?? certificate).authority,
    log: () => log,
    pid: () => (isRunning(coturn) ? coturn.pid : undefined),
    run: (script, ...args) => run(script, ...args, folder),
    async start() {
      if (isRunning(coturn)) return;
      coturn = serve(folder, options.clockAheadSeconds ?? 0);
      const hear = (chunk: unknown) => (log += String(chunk));
      coturn.stdout?.on('data', hear);
      coturn.stderr?.on('data', hear);
      await answers(address, coturn, host.log);
    },
    async end(signal) {
      if (!isRunning(coturn)) return;
      const ended = once(coturn, 'exit');
      // faketime stays in front of coturn and keeps signals to itself: then its whole group.
      if (options.clockAheadSeconds && coturn.pid) process.kill(-coturn.pid, signal);
      else coturn.kill(signal);
      await ended;
    },
    async close() {
      await host.end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await host.run('prepare');
  if (options.spoiledCertificate) {
    writeFileSync(file('certificate.pem'), options.spoiledCertificate.chain);
    writeFileSync(file('key.pem'), options.spoiledCertificate.key);
  }
  if (options.spoil) {
    const configuration = file('turnserver.conf');
    writeFileSync(configuration, options.spoil(readFileSync(configuration, 'utf8')));
  }
  await host.start();
  return host;
}

const execute = promisify(execFile);
const scripts = fileURLToPath(new URL('../', import.meta.url));

async function run(script: string, ...args: string[]): Promise<string> {
  const running = execute(join(scripts, script), args);
  running.child.stdin?.end();
  return (await running).stdout.trim();
}

function isRunning(program: ChildProcess | undefined): program is ChildProcess {
  return program !== undefined && program.exitCode === null && program.signalCode === null;
}

const isRoot = process.getuid?.() === 0;

function serve(folder: string, clockAheadSeconds: number): ChildProcess {
  const command: string[] = [];
  // As the systemd unit does it.
  if (isRoot) {
    command.push('setpriv', '--reuid=turnserver', '--regid=turnserver', '--clear-groups');
    command.push('--inh-caps=+net_bind_service', '--ambient-caps=+net_bind_service', '--');
  }
  if (clockAheadSeconds !== 0) {
    command.push(
      'faketime',
      '--exclude-monotonic',
      '-f',
      `${clockAheadSeconds > 0 ? '+' : ''}${clockAheadSeconds}s`,
    );
  }
  const [program, ...args] = [...command, join(scripts, 'serve'), folder];
  return spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: clockAheadSeconds !== 0,
  });
}

/** Resolves when it answers a Binding request (RFC 8489, section 6.2.1), which is sent again until then. */
async function answers(address: string, coturn: ChildProcess, log: () => string): Promise<void> {
  const socket = createSocket('udp4');
  const transactionId = newTransactionId();
  const request = encode({ method: 'binding', class: 'request', transactionId, attributes: [] });
  const retry = setInterval(() => socket.send(request, 3478, address), 50);
  try {
    await Promise.race([
      once(socket, 'message'),
      once(coturn, 'exit').then(() => {
        throw new Error(`coturn ended instead of answering:\n${log()}`);
      }),
    ]);
  } finally {
    clearInterval(retry);
    socket.close();
  }
}
