// Lets time pass for what waits for it again and again.
import type { FakeClock } from './fake-clock.ts';

const stepMs = 4;

/** Moves the clock on by and by until `done` has settled; gives what it came to. */
export async function whileTimePasses<T>(clock: FakeClock, done: Promise<T>): Promise<T> {
  const settled = done.then(
    () => true,
    () => true,
  );
  // What is due now, and what follows from it, before time goes on.
  while (!(await Promise.race([settled, afterAllThatIsDue()]))) clock.advance(stepMs);
  return done;
}

function afterAllThatIsDue(): Promise<false> {
  return new Promise((resolve) => {
    setImmediate(resolve, false);
  });
}
