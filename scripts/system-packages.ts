// The programs the tests need and npm does not have: a Chromium and coturn, from the distribution's packages.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface SystemProgram {
  /** Any of these will do. */
  readonly executables: readonly string[];
  readonly debianPackage: string;
  readonly purpose: string;
}

const chromium: SystemProgram = {
  executables: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  debianPackage: 'chromium',
  purpose: 'the browser the end-to-end tests drive',
};

const coturn: SystemProgram = {
  executables: ['turnserver'],
  debianPackage: 'coturn',
  purpose: 'the relay the end-to-end tests call through',
};

/** The path of the installed browser; undefined when there is none. */
export function chromiumPath(): string | undefined {
  return find(chromium);
}

/** Installs what is missing where apt can, and otherwise says what to install; false if something is still missing. */
export function installSystemPackages(): boolean {
  const missing = [chromium, coturn].filter((program) => !find(program));
  if (missing.length === 0) return true;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const packages = missing.map((program) => program.debianPackage);
  if (which('apt-get') && (sudo.length === 0 || run(['sudo', '-n', 'true']))) {
    const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
    run([...apt, 'update']);
    run([...apt, 'install', '--yes', '--no-install-recommends', ...packages]);
    // Debian starts a relay with no configuration, which serves anyone; the tests start their own.
    if (packages.includes('coturn') && which('systemctl')) {
      run([...sudo, 'systemctl', 'disable', '--now', '--quiet', 'coturn']);
    }
  }
  const stillMissing = missing.filter((program) => !find(program));
  for (const { executables, debianPackage, purpose } of stillMissing) {
    const names = executables.join(' or ');
    console.error(`Install ${names}, ${purpose} (on Debian: apt-get install ${debianPackage}).`);
  }
  return stillMissing.length === 0;
}

function find(program: SystemProgram): string | undefined {
  return program.executables.map(which).find((path) => path !== undefined);
}

function which(executable: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, executable)).find((path) => existsSync(path));
}

function run([command = '', ...args]: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
