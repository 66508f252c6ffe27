// A program that does nothing but compute, to make a processor busy.
import { type ChildProcess, spawn } from 'node:child_process';

/** What a test forgets ends by itself after so many seconds of it. */
const mostBusySeconds = 300;

/**
 * On that processor, or any. It has a session of its own: Linux shares a processor between sessions, and a browser is one,
 * however much it does.
 */
export function busyProgram(processor?: number): ChildProcess {
  const loop = `ulimit -t ${mostBusySeconds}; while :; do :; done`;
  const [command, ...args] = [...onProcessor(processor), 'sh', '-c', loop] as const;
  return spawn(command ?? 'sh', args, { stdio: 'ignore', detached: true });
}

/** What is to stand before a command so that it runs there. */
export function onProcessor(processor: number | undefined): readonly string[] {
  return processor === undefined ? [] : ['taskset', '-c', String(processor)];
}
