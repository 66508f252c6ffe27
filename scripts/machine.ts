// What a measurement was made on, and when: without it a figure says nothing.
import { spawnSync } from 'node:child_process';
import { cpus, release, type } from 'node:os';
import { chromiumPath } from './system-packages.ts';

/** One line of Markdown. */
export function machine(): string {
  const cores = cpus();
  const parts = [
    new Date().toISOString().slice(0, 10),
    `${cores[0]?.model.trim()}, ${cores.length} cores`,
    `${type()} ${release()}`,
    versionOf(chromiumPath() ?? 'chromium'),
    `coturn ${versionOf('turnserver')}`,
  ];
  return `${parts.join('; ')}.`;
}

function versionOf(program: string): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return stdout.trim().split('\n').at(-1) ?? '';
}
