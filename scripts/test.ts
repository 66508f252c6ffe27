// `npm test` runs everything; `npm run check` leaves out what needs a browser. Both end with the line
// `N passed, N failed`, where a skipped test is a failed one.
import * as v from 'valibot';
import { type Count, type Suite, runSuite } from './suite.ts';
import { installSystemPackages } from './system-packages.ts';

const VitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
});

const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), skipped: v.number() }),
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

const browsers: Suite = {
  name: 'browsers',
  command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts'],
  report: {
    file: '.cache/playwright.json',
    count(report) {
      const { expected, unexpected, skipped } = v.parse(PlaywrightReport, report).stats;
      return { passed: expected, failed: unexpected, skipped };
    },
  },
};

const isFast = process.argv.includes('--fast');
const counts: Count[] = fast.map(runSuite);
if (!isFast) {
  const canRun = installSystemPackages();
  counts.push(canRun ? runSuite(browsers) : { passed: 0, failed: 1, skipped: 0 });
}

const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
const skipped = sum('skipped');
if (skipped > 0) console.error(`\n${skipped} skipped: what is not run is not known to pass.`);
const failed = sum('failed') + skipped;
console.log(`\n${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
