// A real coturn on loopback, with the configuration that turn/ ships.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const address = '127.0.0.1';
const port = 34_780;

export const relayUrl = `turn:${address}:${port}?transport=udp`;

const configuration = fileURLToPath(new URL('../turn/turnserver.conf', import.meta.url));

export interface Coturn {
  /** Ends it, with SIGKILL as a power failure would; calling it again changes nothing. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Resolves when coturn listens. */
export async function startCoturn(secret: string): Promise<Coturn> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-coturn-'));
  const args = ['-c', configuration, `--static-auth-secret=${secret}`, '--realm=earshot.test'];
  args.push(`--listening-ip=${address}`, `--relay-ip=${address}`, `--listening-port=${port}`);
  // What no relay on the internet would do: here both peers' relayed addresses are on loopback.
  args.push('--allow-loopback-peers', `--allowed-peer-ip=${address}`);
  args.push(`--pidfile=${folder}/pid`, `--userdb=${folder}/users`, '--verbose');
  const coturn = spawn('turnserver', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  await listening(coturn);
  return {
    async end(signal) {
      if (coturn.exitCode === null && coturn.signalCode === null) {
        const ended = once(coturn, 'exit');
        coturn.kill(signal);
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listening(coturn: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    coturn.stdout?.on('data', (chunk) => {
      log += String(chunk);
      if (log.includes('UDP listener opened on')) resolve();
    });
    coturn.once('error', reject);
    coturn.once('exit', () => reject(new Error(`coturn ended instead of listening:\n${log}`)));
  });
}
