// Suites of vitest's projects, and what it reports of them.
import * as v from 'valibot';
import { inOwnNetwork } from './own-network.ts';
import type { Suite } from './suite.ts';

const Report = v.object({
  testResults: v.array(
    v.object({ assertionResults: v.array(v.object({ status: v.string(), fullName: v.string() })) }),
  ),
});

const file = '.cache/vitest.json';

function commandFor(projects: readonly string[]) {
  return ['vitest', 'run', ...projects.flatMap((project) => ['--project', project])] as const;
}

export function vitest(...projects: string[]): Suite {
  return {
    name: projects.join(' and '),
    command: commandFor(projects),
    env: { WRANGLER_SEND_METRICS: 'false' },
    report: { file, count: (report) => count(report, { isEverythingGiven: true }) },
  };
}

/** Tests that need a network of their own skip themselves where the machine gives none, and some where it gives no root. */
export function vitestInOwnNetwork(project: string, env: Suite['env'] = {}): Suite {
  const command = commandFor([project]);
  const inside = inOwnNetwork(command);
  const isEverythingGiven = inside !== undefined && process.getuid?.() === 0;
  return {
    name: project,
    command: inside ?? command,
    env,
    report: { file, count: (report) => count(report, { isEverythingGiven }) },
  };
}

function count(report: unknown, { isEverythingGiven }: { readonly isEverythingGiven: boolean }) {
  const tests = v.parse(Report, report).testResults.flatMap((each) => each.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length;
  if (isEverythingGiven) return { passed, failed, skipped: tests.length - passed - failed };
  const others = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  return { passed, failed, skipped: 0, impossible: others.map(({ fullName }) => fullName) };
}
