// Runs one suite as a child process and counts what it found.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Names of tests that need what this machine does not allow: skipped, too, but not to be held against it. */
  readonly impossible?: readonly string[];
}

export interface Suite {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** Where the command writes a report, and how to read it; without one, the whole command is one test. */
  readonly report?: { readonly file: string; readonly count: (report: unknown) => Count };
}

/** Runs the suite with its output shown. A command that fails without a failed test counts as one. */
export function runSuite({ name, command, env, report }: Suite): Count {
  console.log(`\n== ${name}`);
  mkdirSync('.cache', { recursive: true });
  if (report) rmSync(report.file, { force: true });
  const [program, ...args] = command;
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  const isOk = status === 0;
  if (!report) return { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1, skipped: 0 };
  const count = read(report);
  return isOk || count.failed > 0 ? count : { ...count, failed: 1 };
}

function read({ file, count }: NonNullable<Suite['report']>): Count {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // It broke down before it could report.
  }
}
