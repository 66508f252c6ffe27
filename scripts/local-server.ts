// Runs the Worker, its objects and the built page in local workerd.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Variables } from './variables.ts';

export interface LocalServerOptions {
  readonly port: number;
  readonly variables: Variables;
  /** Where the objects keep their storage; absent for wrangler's own folder. */
  readonly persistTo?: string;
}

export interface LocalServer {
  readonly origin: string;
  /** Resolves when the server has ended, by itself or by `stop`. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const startPatienceMs = 60_000;
const probeIntervalMs = 100;

/** Starts the server and waits until it answers; rejects with a sentence when it ends or stays silent instead. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { port, variables } = options;
  if (!(await isFree(port))) {
    throw new Error(`Port ${port} is taken by another program. Choose one: PORT=8788 npm start.`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  const wrangler = spawnWrangler(options, writeVariables(folder, variables));
  const cleanUp = () => {
    end(wrangler);
    rmSync(folder, { recursive: true, force: true });
  };
  // A detached child outlives its parent: whatever ends this program must end it too.
  process.once('exit', cleanUp);
  const ended = untilEnded(wrangler, cleanUp);
  const stop = async () => {
    end(wrangler);
    await ended;
  };
  if (!(await answers(`http://127.0.0.1:${port}/api/health`, wrangler))) {
    await stop();
    throw new Error('The local server did not start; its messages above say why.');
  }
  return { origin: `http://localhost:${port}`, ended, stop };
}

/** To a file that only its owner reads: a command line is open to every user of the machine. */
function writeVariables(folder: string, variables: Variables): string {
  const file = join(folder, 'variables.env');
  const lines = Object.entries(variables).map(
    ([name, value]) => `${name}=${JSON.stringify(value)}`,
  );
  writeFileSync(file, lines.join('\n'), { mode: 0o600 });
  return file;
}

function spawnWrangler({ port, persistTo }: LocalServerOptions, envFile: string): ChildProcess {
  const args = ['dev', '--ip', '127.0.0.1', '--port', String(port), '--env-file', envFile];
  args.push('--log-level', 'warn', '--show-interactive-dev-session=false');
  if (persistTo !== undefined) args.push('--persist-to', persistTo);
  // No look-up of anything outside, neither for updates nor for a sample of `request.cf`.
  const env = { ...process.env, CI: 'true', CLOUDFLARE_CF_FETCH_ENABLED: 'false' };
  return spawn('wrangler', args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true, env });
}

/** Wrangler starts workerd as a child of its own: the signal goes to the whole group. */
function end(wrangler: ChildProcess): void {
  const isRunning = wrangler.exitCode === null && wrangler.signalCode === null;
  if (wrangler.pid !== undefined && isRunning) process.kill(-wrangler.pid, 'SIGTERM');
}

async function untilEnded(wrangler: ChildProcess, cleanUp: () => void): Promise<void> {
  await once(wrangler, 'exit');
  process.off('exit', cleanUp);
  cleanUp();
}

async function answers(url: string, wrangler: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + startPatienceMs;
  while (Date.now() < deadline && wrangler.exitCode === null) {
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
