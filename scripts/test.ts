// `npm test` runs everything; `npm run check` leaves out what needs a browser.
import * as v from 'valibot';
import { browsers } from './browsers.ts';
import { conclude } from './conclude.ts';
import { type Count, type Suite, runSuite } from './suite.ts';
import { installSystemPackages } from './system-packages.ts';

const VitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
});

/** Some of vitest's projects. */
function vitest(...projects: string[]): Suite {
  return {
    name: projects.join(' and '),
    command: ['vitest', 'run', ...projects.flatMap((project) => ['--project', project])],
    env: { WRANGLER_SEND_METRICS: 'false' },
    report: {
      file: '.cache/vitest.json',
      count(report) {
        const { numPassedTests, numFailedTests, numPendingTests } = v.parse(VitestReport, report);
        return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
      },
    },
  };
}

const fast: Suite[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'deploy, dry run', command: ['node', 'scripts/deploy.ts', '--dry-run'] },
  { name: 'first load', command: ['node', 'scripts/first-load.ts'] },
  vitest('unit', 'room'),
  vitest('scripts'),
];

const isFast = process.argv.includes('--fast');
const counts: Count[] = fast.map(runSuite);
if (!isFast) {
  const canRun = installSystemPackages();
  counts.push(canRun ? runSuite(browsers()) : { passed: 0, failed: 1, skipped: 0 });
}
conclude(counts);
