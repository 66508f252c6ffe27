import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Spec, countSpecs } from './browsers.ts';

function spec(status: Spec['tests'][number]['status'], ...tags: string[]): Spec {
  return { title: `${status} ${tags.join()}`, tags, tests: [{ status, annotations: [] }] };
}

const specs = [spec('expected'), spec('expected', 'network'), spec('skipped', 'network')];

/** What is said of `specs`, and the exit code, on a machine that gives a network of its own or does not. */
function conclude(ofSpecs: readonly Spec[], { isNetworkGiven }: { isNetworkGiven: boolean }) {
  const counts = JSON.stringify([countSpecs(ofSpecs, { isNetworkGiven })]);
  const module = JSON.stringify(new URL('conclude.ts', import.meta.url).href);
  const program = `import { conclude } from ${module}; conclude(${counts});`;
  const args = ['--input-type=module-typescript', '--eval', program];
  const { status, stdout, stderr } = spawnSync('node', args, { encoding: 'utf8' });
  return { status, line: stdout.trim(), stderr };
}

test('a skipped test is a failed one', () => {
  const said = conclude([...specs, spec('skipped')], { isNetworkGiven: true });
  expect(said).toMatchObject({ status: 1, line: '2 passed, 2 failed' });
});

test('a test that the machine makes impossible is named, and fails nothing', () => {
  const said = conclude(specs, { isNetworkGiven: false });
  expect(said).toMatchObject({ status: 0, line: '2 passed, 0 failed, 1 skipped' });
  expect(said.stderr).toContain('skipped network');
});

test('a flaky test is a failed one', () => {
  const said = conclude([spec('flaky')], { isNetworkGiven: true });
  expect(said).toMatchObject({ status: 1, line: '0 passed, 1 failed' });
});
