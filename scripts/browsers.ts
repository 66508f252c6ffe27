// The suite of calls between real browsers, and what Playwright reports of it.
import * as v from 'valibot';
import { inOwnNetwork } from './own-network.ts';
import type { Count, Suite } from './suite.ts';

const Spec = v.object({
  title: v.string(),
  tags: v.array(v.string()),
  tests: v.array(
    v.object({
      status: v.picklist(['expected', 'unexpected', 'flaky', 'skipped']),
      annotations: v.array(v.object({ type: v.string(), description: v.optional(v.string()) })),
    }),
  ),
});
export type Spec = v.InferOutput<typeof Spec>;

interface SpecGroup {
  readonly specs: Spec[];
  readonly suites?: SpecGroup[] | undefined;
}
const SpecGroup: v.GenericSchema<SpecGroup> = v.object({
  specs: v.array(Spec),
  suites: v.optional(v.array(v.lazy(() => SpecGroup))),
});
const Report = v.object({ suites: v.array(SpecGroup) });

/** Where Playwright writes its report. */
export const reportFile = '.cache/playwright.json';

/** `args` are Playwright's: folders, files, options. */
export function browsers(...args: string[]): Suite {
  const command = ['playwright', 'test', '--config', 'e2e/playwright.config.ts', ...args] as const;
  const inside = inOwnNetwork(command);
  return {
    name: 'browsers',
    command: inside ?? command,
    report: {
      file: reportFile,
      count: (report) => countSpecs(specsOf(report), { isNetworkGiven: inside !== undefined }),
    },
  };
}

/** Every spec of a report, in the order they are written; throws on what is no report. */
export function specsOf(report: unknown): Spec[] {
  const flatten = ({ specs, suites = [] }: SpecGroup): Spec[] => [
    ...specs,
    ...suites.flatMap(flatten),
  ];
  return v.parse(Report, report).suites.flatMap(flatten);
}

export function countSpecs(
  specs: readonly Spec[],
  { isNetworkGiven }: { isNetworkGiven: boolean },
): Count {
  const having = (...statuses: string[]) =>
    specs.filter(({ tests }) => tests.some(({ status }) => statuses.includes(status)));
  const skipped = having('skipped');
  const impossible = isNetworkGiven ? [] : skipped.filter(({ tags }) => tags.includes('network'));
  return {
    passed: having('expected').length,
    failed: having('unexpected', 'flaky').length,
    skipped: skipped.length - impossible.length,
    impossible: impossible.map(({ title }) => title),
  };
}
