// `npm run screenshots`: pictures of every screen, for whoever judges how they look. What follows `--` goes to Playwright:
// `-g "zh: in a call"` takes some of them.
import { spawnSync } from 'node:child_process';
import { installSystemPackages } from './system-packages.ts';

if (!installSystemPackages()) process.exit(1);
run('vite', 'build', 'web', '--logLevel', 'warn');
run(
  'playwright',
  'test',
  '--config',
  'e2e/screenshots/playwright.config.ts',
  ...process.argv.slice(2),
);
console.log('\n.cache/screenshots has them; look at .cache/screenshots/sheets first.');

function run(program: string, ...args: string[]): void {
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
