// `npm run bench:mesh`: what a call of four costs with the adaptive mesh, beside the same call without it.
import { spawnSync } from 'node:child_process';
import { machine } from '../scripts/machine.ts';
import { installSystemPackages } from '../scripts/system-packages.ts';

if (!installSystemPackages()) process.exit(1);
console.log(`${machine()}\n`);
run('vite', 'build', 'web', '--logLevel', 'warn');
run('playwright', 'test', '--config', 'bench/playwright.config.ts');

function run(program: string, ...args: string[]): void {
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
