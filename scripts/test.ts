// `npm test` runs everything; `npm run check` leaves out what needs a browser or a relay host.
import { readdirSync } from 'node:fs';
import { browsers } from './browsers.ts';
import { conclude } from './conclude.ts';
import { type Count, type Suite, runSuite } from './suite.ts';
import { installSystemPackages } from './system-packages.ts';
import { vitest, vitestInOwnNetwork } from './vitest.ts';

/** Bash, with and without an ending. */
const hostScripts = readdirSync('turn', { withFileTypes: true })
  .filter((entry) => entry.isFile() && /^[a-z]+(?:\.bash)?$/.test(entry.name))
  .map(({ name }) => `turn/${name}`);

const fast: Suite[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'lint of turn/', command: ['shellcheck', ...hostScripts] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'deploy, dry run', command: ['node', 'scripts/deploy.ts', '--dry-run'] },
  { name: 'first load', command: ['node', 'scripts/first-load.ts'] },
  vitest('unit', 'room'),
  vitest('scripts'),
];
/** They take programs that npm does not have. */
const slow = () => [vitestInOwnNetwork('turn'), browsers()];

const isFast = process.argv.includes('--fast');
const canRun = installSystemPackages(isFast ? 'check' : 'test');
const counts: Count[] = fast.map(runSuite);
if (!canRun) counts.push({ passed: 0, failed: 1, skipped: 0 });
else if (!isFast) counts.push(...slow().map(runSuite));
conclude(counts);
