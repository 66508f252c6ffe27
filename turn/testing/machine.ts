// A whole system in a folder, booted as a machine of its own by systemd-nspawn. It has the network of whoever boots it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';

export interface Ran {
  readonly status: number | null;
  /** On both outputs. */
  readonly said: string;
}

export interface Machine {
  /** Resolves when all its services have started. */
  boot(): Promise<void>;
  /** Calling it again changes nothing. */
  powerOff(): Promise<void>;
  /** As root, by bash. */
  attempt(command: string): Ran;
  /** The same; throws when it fails, and gives what it said without the last line's end. */
  run(command: string): string;
  /** Puts a file there, with its folders. */
  write(path: string, text: string): void;
}

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export function machineIn(folder: string): Machine {
  let nspawn: ChildProcess | undefined;
  let systemd = '';
  const machine: Machine = {
    async boot() {
      const args = ['--quiet', '--directory', folder, '--boot', '--register=no', '--keep-unit'];
      // For nft; it is the right to this network and no other.
      args.push('--capability=CAP_NET_ADMIN', '--console=pipe');
      nspawn = spawn('systemd-nspawn', args, { stdio: 'ignore' });
      systemd = await vi.waitFor(() => systemdOf(nspawn?.pid), { timeout: 10_000 });
      await vi.waitFor(() => machine.run('systemctl is-system-running --wait'), {
        timeout: 30_000,
      });
    },
    async powerOff() {
      if (!nspawn || nspawn.exitCode !== null || nspawn.signalCode !== null) return;
      const ended = once(nspawn, 'exit');
      // nspawn then has systemd shut down.
      nspawn.kill();
      await ended;
    },
    attempt(command) {
      const enter = ['--target', systemd, '--all', 'env', '--ignore-environment', `PATH=${path}`];
      const { status, stdout, stderr } = spawnSync('nsenter', [...enter, 'bash', '-c', command], {
        encoding: 'utf8',
      });
      return { status, said: stdout + stderr };
    },
    run(command) {
      const { status, said } = machine.attempt(command);
      if (status !== 0) throw new Error(`${command} ended with ${status}:\n${said}`);
      return said.trimEnd();
    },
    write(file, text) {
      const inside = join(folder, file);
      mkdirSync(dirname(inside), { recursive: true });
      writeFileSync(inside, text);
    },
  };
  return machine;
}

/** The process that nspawn starts; throws while there is none. */
function systemdOf(nspawn: number | undefined): string {
  const children = readFileSync(`/proc/${nspawn}/task/${nspawn}/children`, 'utf8').trim();
  const name = readFileSync(`/proc/${children}/comm`, 'utf8').trim();
  // Before it there is a process or two that make its place.
  if (name !== 'systemd') throw new Error(`${name} is not systemd yet`);
  return children;
}
