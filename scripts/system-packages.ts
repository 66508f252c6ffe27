// The programs the tests need and npm does not have: a Chromium, coturn and what makes networks, from the
// distribution's packages.
import { spawnSync } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

interface SystemProgram {
  /** Any of these will do: names to look up in PATH, or paths. */
  readonly executables: readonly string[];
  /** What makes it end at once with status 0. */
  readonly probe: '--version' | '-V' | '-h';
  readonly debianPackage: string;
}

/** Without it the tests do not run at all. */
interface NeededProgram extends SystemProgram {
  readonly purpose: string;
  /** What to install where apt can't. */
  readonly advice: string;
}

const chromium: NeededProgram = {
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
  purpose: 'the browser the end-to-end tests drive',
  advice: `Google Chrome (https://dl.google.com/linux/direct/google-chrome-stable_current_amd64.deb, or
    https://www.google.com/chrome/ on macOS), or Chromium (Debian: apt-get install chromium; Ubuntu: snap install chromium)`,
};

const coturn: NeededProgram = {
  executables: ['turnserver'],
  probe: '-h', // Every coturn knows it, and only the newer ones --version.
  debianPackage: 'coturn',
  purpose: 'the relay the end-to-end tests call through',
  advice: 'coturn (Debian and Ubuntu: apt-get install coturn; macOS: brew install coturn)',
};

const needed = [chromium, coturn];

/** Without them, as on macOS, the tests that drop packets skip themselves. */
const networkPrograms: readonly SystemProgram[] = [
  { executables: ['unshare'], probe: '--version', debianPackage: 'util-linux' },
  { executables: ['ip', '/usr/sbin/ip'], probe: '-V', debianPackage: 'iproute2' },
  { executables: ['nft', '/usr/sbin/nft'], probe: '--version', debianPackage: 'nftables' },
];

/** The path of the installed browser; undefined when there is none. */
export function chromiumPath(): string | undefined {
  return find(chromium);
}

/** Installs what is missing where apt can, and otherwise says what to install; false if something needed still is. */
export function installSystemPackages(): boolean {
  const missing = [...needed, ...networkPrograms].filter((program) => !find(program));
  if (missing.length === 0) return true;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (runs(['apt-get', '--version']) && runs([...sudo, 'true'])) {
    const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
    run([...apt, 'update']);
    // One by one: a package that a distribution does not have must not keep the other from being installed.
    for (const { debianPackage } of missing) {
      run([...apt, 'install', '--yes', '--no-install-recommends', debianPackage]);
    }
    // Debian starts a relay with no configuration, which serves anyone; the tests start their own.
    if (missing.includes(coturn) && runs(['systemctl', '--version'])) {
      run([...sudo, 'systemctl', 'disable', '--now', '--quiet', 'coturn']);
    }
  }
  const stillMissing = needed.filter((program) => !find(program));
  for (const { purpose, advice } of stillMissing) {
    console.error(`Missing: ${purpose}. Install ${advice}, and start again.`);
  }
  return stillMissing.length === 0;
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
