// `npm run test:setup`: makes a fresh system of the distribution that this machine has, Debian or Ubuntu, and boots it in
// a network of the tests' own, where turn/setup makes a relay host of it. It takes root, and two to four minutes.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { conclude } from './conclude.ts';
import { runSuite } from './suite.ts';
import { installSystemPackages } from './system-packages.ts';
import { vitestInOwnNetwork } from './vitest.ts';

/** What turn/setup installs; in there is no network to get it from. */
const packages = ['coturn', 'nftables', 'sqlite3', 'redis-tools'];

if (process.getuid?.() !== 0) fail('This takes root: it makes a whole system and boots it.');
if (!installSystemPackages('test:setup')) process.exit(1);
const folder = mkdtempSync(join(tmpdir(), 'earshot-setup-'));
chmodSync(folder, 0o755); // It will be the root folder, which every user walks through.
process.on('SIGINT', () => {}); // What runs just then ends by it, and the folder goes.
try {
  makeSystem(folder);
  conclude([runSuite(vitestInOwnNetwork('setup', { SETUP_TRIAL_FOLDER: folder }))]);
} finally {
  rmSync(folder, { recursive: true });
}

function makeSystem(root: string): void {
  const { VERSION_CODENAME: codename = '' } = parseEnv(readFileSync('/etc/os-release', 'utf8'));
  console.log(`Making a fresh ${codename} in ${root}`);
  const include = '--include=systemd-sysv,ca-certificates';
  run('debootstrap', '--variant=minbase', include, codename, root, mirrorOf(codename));
  const names = '/etc/resolv.conf';
  cpSync(names, join(root, names), { dereference: true });
  const apt = ['chroot', root, 'apt-get', '-qq'] as const;
  run(...apt, 'update');
  run(...apt, 'install', '--download-only', '--yes', '--no-install-recommends', ...packages);
  rmSync(join(root, names)); // Whom it names can't be asked in there.
  mkdirSync(join(root, 'root/earshot'));
  cpSync('turn', join(root, 'root/earshot/turn'), { recursive: true });
}

/** Where this machine has its own packages from. */
function mirrorOf(codename: string): string {
  const format = '$(CODENAME) $(REPO_URI)';
  const targets = run('apt-get', 'indextargets', '--format', format, 'Created-By: Packages');
  const line = targets.split('\n').find((each) => each.startsWith(`${codename} `));
  return line?.split(' ')[1] ?? fail(`apt has no source of ${codename}.`);
}

function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) fail(`${program} ${args[0]} failed:\n${stdout.slice(-2_000)}\n${stderr}`);
  return stdout;
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
