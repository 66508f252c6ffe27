// Brings node_modules up to package-lock.json. Plain JavaScript without imports of ours: it runs before anything
// is installed, on whatever Node the person has; everything after it runs on the Node it installs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.earshot-installed';
const [major] = process.versions.node.split('.').map(Number);

if (process.platform === 'win32') {
  fail('Earshot runs on Linux and macOS; on Windows, run it in WSL.');
}
if (major < 20) {
  fail(`Earshot needs Node 20 or newer to install itself; this is ${process.version}.`);
}

// Not `npm ci`: it insists that the lock file names the packages of every platform. Ours names Linux's only, so
// elsewhere npm goes by package.json, which pins every direct dependency exactly.
const install = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
if (process.platform !== 'linux') install.push('--no-package-lock');

const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing what Earshot is built with (once)…');
  const npm = process.env.npm_execpath;
  if (!npm) fail('Run this through npm: npm start, npm test.');
  const { status } = spawnSync(process.execPath, [npm, ...install], { stdio: 'inherit' });
  if (status !== 0) fail('npm could not install the packages; its message above says why.');
  writeFileSync(stamp, wanted);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
