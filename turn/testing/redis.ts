// A real Redis on loopback, with a password, that keeps what it holds over a restart.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const port = 6379;
const password = 'a-password-of-tests';

/** For relay.env. */
export const redisSettings = {
  TURN_REDIS: `127.0.0.1:${port}`,
  TURN_REDIS_PASSWORD: password,
};

export interface Redis {
  end(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and removes what it held. */
  close(): Promise<void>;
}

export async function startRedis(): Promise<Redis> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-redis-'));
  let server: ChildProcess | undefined;
  const redis: Redis = {
    async start() {
      const args = ['--bind', '127.0.0.1', '--port', String(port), '--requirepass', password];
      args.push('--dir', folder, '--appendonly', 'yes');
      server = spawn('redis-server', args, { stdio: 'ignore' });
      await listens(server);
    },
    async end() {
      if (!server || server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
    async close() {
      await redis.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}

async function listens(server: ChildProcess): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
  }
  throw new Error('redis-server ended instead of listening');
}
