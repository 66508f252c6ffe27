// Runs the Worker, its objects and the built page in local workerd.
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeEnvFile } from './env-file.ts';
import type { Variables } from './variables.ts';

export interface LocalServerOptions {
  readonly port: number;
  readonly variables: Variables;
  /** The folder of the built page; absent for the one that wrangler.toml names. */
  readonly page?: string;
  /** Where the objects keep their storage; absent for wrangler's own folder. */
  readonly persistTo?: string;
  /** What to do about a taken port, as a sentence. */
  readonly portAdvice?: string;
}

export interface LocalServer {
  readonly origin: string;
  /** Resolves when the server has ended, by itself or by `stop`. */
  readonly ended: Promise<void>;
  /** Asks the server to end and gives it some seconds; called again, it ends the server at once. */
  stop(): Promise<void>;
  /** Ends the server as a power failure would: at once, with no word to anyone. */
  kill(): Promise<void>;
}

const startPatienceMs = 60_000;
const probeIntervalMs = 100;
/** Wrangler takes under a second to end; what takes longer hangs. */
const endPatienceMs = 5_000;

/** Starts the server and waits until it answers; rejects with a sentence when it ends or stays silent instead. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { port, variables } = options;
  await requireFreePort(options);
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  try {
    const envFile = join(folder, 'variables.env');
    writeEnvFile(envFile, variables);
    const wrangler = await spawnWrangler(options, envFile);
    const server = serverOf(wrangler, port, removeFolder);
    if (await answers(`http://127.0.0.1:${port}/api/health`, wrangler)) return server;
    await server.stop();
    throw new Error('The local server did not start; its messages above say why.');
  } catch (error) {
    removeFolder();
    throw error;
  }
}

/** Rejects with a sentence if the port is taken. */
export async function requireFreePort({
  port,
  portAdvice,
}: Pick<LocalServerOptions, 'port' | 'portAdvice'>): Promise<void> {
  if (await isFree(port)) return;
  const what = `Port ${port} is taken by another program, or by Earshot itself.`;
  throw new Error([what, portAdvice].filter(Boolean).join(' '));
}

/** Ends the server at Ctrl+C and its like, at the second one at once; before there is a server, the program. */
export function stopOnSignals(server: () => LocalServer | undefined): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const running = server();
      if (running) void running.stop();
      else process.exit();
    });
  }
}

function serverOf(wrangler: ChildProcess, port: number, onEnd: () => void): LocalServer {
  // A detached child outlives its parent: whatever ends this program must end it too.
  const cleanUp = () => {
    signalGroup(wrangler, 'SIGKILL');
    onEnd();
  };
  process.once('exit', cleanUp);
  const ended = (async () => {
    await once(wrangler, 'exit');
    process.off('exit', cleanUp);
    cleanUp();
    // Its children die a moment later, and the port is taken until then.
    while (!(await isFree(port))) await pause(probeIntervalMs / 10);
  })();
  const kill = () => {
    signalGroup(wrangler, 'SIGKILL');
    return ended;
  };
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return kill();
    isStopping = true;
    signalGroup(wrangler, 'SIGTERM');
    const timer = setTimeout(kill, endPatienceMs);
    await ended;
    clearTimeout(timer);
  };
  return { origin: `http://localhost:${port}`, ended, stop, kill };
}

async function spawnWrangler(
  { port, page, persistTo }: LocalServerOptions,
  envFile: string,
): Promise<ChildProcess> {
  const args = ['dev', '--ip', '127.0.0.1', '--port', String(port), '--env-file', envFile];
  args.push('--log-level', 'warn', '--show-interactive-dev-session=false');
  if (page !== undefined) args.push('--assets', page);
  if (persistTo !== undefined) args.push('--persist-to', persistTo);
  // No look-up of anything outside, neither for updates nor for a sample of `request.cf`.
  const env = { ...process.env, CI: 'true', CLOUDFLARE_CF_FETCH_ENABLED: 'false' };
  const stdio: StdioOptions = ['ignore', 'inherit', 'inherit'];
  const wrangler = spawn('wrangler', args, { stdio, detached: true, env });
  try {
    await once(wrangler, 'spawn');
  } catch (error) {
    throw new Error('wrangler could not be started: run this by npm, which installs it.', {
      cause: error,
    });
  }
  return wrangler;
}

/** Wrangler starts workerd as a child of its own: the signal goes to what there still is of the group. */
function signalGroup({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) throw new Error('a program that was started has an id');
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function answers(url: string, wrangler: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + startPatienceMs;
  while (Date.now() < deadline && wrangler.exitCode === null && wrangler.signalCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response) return true;
    await pause(probeIntervalMs);
  }
  return false;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const outcome = once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.listen(port, '127.0.0.1');
  const free = await outcome;
  server.close();
  return free;
}
