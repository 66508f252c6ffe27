// Waits, unless it is called off.
import type { Clock } from '../environment.ts';

/** Resolves after `delayMs`, or as soon as `signal` is aborted. */
export function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) return Promise.resolve();
  const cancel = clock.after(delayMs, done);
  signal.addEventListener('abort', done);
  function done(): void {
    cancel();
    signal.removeEventListener('abort', done);
    resolve();
  }
  return promise;
}
