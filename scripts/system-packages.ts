// The programs the tests need and npm does not have: two browsers, coturn and what belongs to it, and what makes
// networks, from the distribution's packages.
import { spawnSync } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

interface SystemProgram {
  /** Any of these will do: names to look up in PATH, or paths. */
  readonly executables: readonly string[];
  /** What makes it end at once with status 0. */
  readonly probe: '--version' | 'version' | '-V' | '-h';
  readonly debianPackage: string;
  /** What the package starts by itself, and nobody here wants to run. */
  readonly service?: string;
  /** For those without which the tests do not run at all: what it is, and what to install where apt can't. */
  readonly needed?: { readonly purpose: string; readonly advice: string };
}

const chromium: SystemProgram = {
  executables: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  probe: '--version',
  debianPackage: 'chromium',
  needed: {
    purpose: 'the browser the end-to-end tests drive',
    advice: `Google Chrome (https://dl.google.com/linux/direct/google-chrome-stable_current_amd64.deb, or
    https://www.google.com/chrome/ on macOS), or Chromium (Debian: apt-get install chromium; Ubuntu: snap install chromium)`,
  },
};

const firefox: SystemProgram = {
  executables: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  probe: '--version',
  debianPackage: 'firefox-esr',
  needed: {
    purpose: 'the other browser the end-to-end tests drive',
    advice: 'Firefox (Debian: apt-get install firefox-esr; elsewhere: https://www.firefox.com/)',
  },
};

const coturn: SystemProgram = {
  executables: ['turnserver'],
  probe: '-h', // Every coturn knows it, and only the newer ones --version.
  debianPackage: 'coturn',
  service: 'coturn', // With no configuration it serves anyone.
  needed: {
    purpose: 'the relay the end-to-end tests call through',
    advice: 'coturn (Debian and Ubuntu: apt-get install coturn; macOS: brew install coturn)',
  },
};

const openssl: SystemProgram = {
  executables: ['openssl'],
  probe: 'version',
  debianPackage: 'openssl',
  needed: { purpose: 'what makes and checks certificates', advice: 'openssl' },
};

const shellcheck: SystemProgram = {
  executables: ['shellcheck'],
  probe: '--version',
  debianPackage: 'shellcheck',
  needed: {
    purpose: 'the lint of the scripts in turn/',
    advice:
      'shellcheck (Debian and Ubuntu: apt-get install shellcheck; macOS: brew install shellcheck)',
  },
};

/** Without them, as on macOS, the tests that drop packets or start relay hosts skip themselves. */
const networkPrograms: readonly SystemProgram[] = [
  { executables: ['unshare'], probe: '--version', debianPackage: 'util-linux' },
  { executables: ['ip', '/usr/sbin/ip'], probe: '-V', debianPackage: 'iproute2' },
  { executables: ['nft', '/usr/sbin/nft'], probe: '--version', debianPackage: 'nftables' },
];
const relayHostPrograms: readonly SystemProgram[] = [
  { executables: ['sqlite3'], probe: '--version', debianPackage: 'sqlite3' },
  { executables: ['faketime'], probe: '--version', debianPackage: 'faketime' },
  {
    executables: ['redis-server'],
    probe: '--version',
    debianPackage: 'redis-server',
    service: 'redis-server',
  },
];

const freshSystem: readonly SystemProgram[] = [
  {
    executables: ['debootstrap'],
    probe: '--version',
    debianPackage: 'debootstrap',
    needed: { purpose: 'what makes a fresh Debian', advice: 'debootstrap' },
  },
  {
    executables: ['systemd-nspawn'],
    probe: '--version',
    debianPackage: 'systemd-container',
    needed: { purpose: 'what boots it', advice: 'systemd-container' },
  },
];

/** By the npm command that takes them. */
const programsFor = {
  check: [shellcheck],
  test: [shellcheck, openssl, coturn, chromium, firefox, ...networkPrograms, ...relayHostPrograms],
  'test:setup': [openssl, coturn, ...networkPrograms, ...freshSystem],
};

/** The path of the installed browser; undefined when there is none. */
export function chromiumPath(): string | undefined {
  return find(chromium);
}

/** The path of the installed Firefox; undefined when there is none. */
export function firefoxPath(): string | undefined {
  return find(firefox);
}

/** Installs what is missing where apt can, and otherwise says what to install; false if something needed still is. */
export function installSystemPackages(command: keyof typeof programsFor = 'test'): boolean {
  const missing = programsFor[command].filter((program) => !find(program));
  if (missing.length > 0) install(missing);
  const stillMissing = missing.filter((program) => program.needed && !find(program));
  for (const { needed } of stillMissing) {
    console.error(`Missing: ${needed?.purpose}. Install ${needed?.advice}, and start again.`);
  }
  return stillMissing.length === 0;
}

function install(programs: readonly SystemProgram[]): void {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (!runs(['apt-get', '--version']) || !runs([...sudo, 'true'])) return;
  const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  run([...apt, 'update']);
  // One by one: a package that a distribution does not have must not keep the others from being installed.
  for (const { debianPackage, service } of programs) {
    run([...apt, 'install', '--yes', '--no-install-recommends', debianPackage]);
    if (service && runs(['systemctl', '--version'])) {
      run([...sudo, 'systemctl', 'disable', '--now', '--quiet', service]);
    }
  }
}

/** There is one if it runs: Ubuntu's package `chromium` is a script that asks for a snap. */
function find({ executables, probe }: SystemProgram): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return executables
    .flatMap((executable) => folders.map((folder) => resolve(folder, executable)))
    .find((path) => runs([path, probe]));
}

function runs([command = '', ...args]: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function run([command = '', ...args]: string[]): void {
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
