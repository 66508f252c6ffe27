// `npm test` runs everything; `npm run check` leaves out what needs a browser or a relay host.
import { browsers } from './browsers.ts';
import { conclude } from './conclude.ts';
import { type Count, type Suite, runSuite } from './suite.ts';
import { installSystemPackages } from './system-packages.ts';
import { vitest, vitestInOwnNetwork } from './vitest.ts';

const bashScripts = ".ci/run turn/*.bash $(grep -ls '^#!/usr/bin/env bash' turn/*)";

const fast: Suite[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'lint of bash', command: ['sh', '-c', `shellcheck ${bashScripts}`] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'deploy, dry run', command: ['node', 'scripts/deploy.ts', '--dry-run'] },
  { name: 'first load', command: ['node', 'scripts/first-load.ts'] },
  vitest('unit', 'room'),
  vitest('scripts'),
];

const isFast = process.argv.includes('--fast');
const canRun = installSystemPackages(isFast ? 'check' : 'test');
const counts: Count[] = fast.map(runSuite);
if (!isFast && canRun) counts.push(runSuite(vitestInOwnNetwork('turn')), runSuite(browsers()));
else if (!isFast) counts.push({ passed: 0, failed: 1, skipped: 0 });
conclude(counts);
