// What programs have cost so far in processor time, as Linux counts it (proc(5)).
import { readFileSync, readdirSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly processorMs: number;
}

/** Of one process; NaN when there is none by that id. */
export function processorMsOf(pid: number): number {
  return read(pid)?.processorMs ?? Number.NaN;
}

/** Of a process and all that it has started, as far as they still run. */
export function processorMsOfAll(root: number): number {
  const processes = readdirSync('/proc').flatMap((name) => read(Number(name)) ?? []);
  const sumFrom = (pid: number): number =>
    processes
      .filter(({ parent }) => parent === pid)
      .reduce((sum, child) => sum + child.processorMs + sumFrom(child.pid), 0);
  return processorMsOf(root) + sumFrom(root);
}

/** Undefined for what is no process, or none any more. */
function read(pid: number): Process | undefined {
  if (!Number.isInteger(pid)) return undefined;
  try {
    // Behind the name, which may hold anything: fields 4, 14 and 15, the times in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const processorMs = (Number(fields[11]) + Number(fields[12])) * 10;
    return { pid, parent: Number(fields[1]), processorMs };
  } catch {
    return undefined; // It has ended since.
  }
}
