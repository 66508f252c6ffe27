// Timers that a hidden page does not hold back, because they run in a Worker (timer-worker.ts).
import type { TimerRequest } from './timer-worker.ts';

export interface TimerWorker {
  postMessage(request: TimerRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: number }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
}

interface Timer extends TimerRequest {
  readonly task: () => void;
}

/** `later` is the page's own timer: slow in a hidden page is better than never, where the Worker does not start. */
export function workerTimers(
  worker: TimerWorker,
  later: (delayMs: number, task: () => void) => void,
): (delayMs: number, task: () => void) => () => void {
  const timers = new Map<number, Timer>();
  let made = 0;

  function ring(id: number): void {
    const timer = timers.get(id);
    timers.delete(id);
    timer?.task();
  }

  const askWorker = ({ id, delayMs }: Timer) => worker.postMessage({ id, delayMs });
  const askPage = ({ id, delayMs }: Timer) => later(delayMs, () => ring(id));
  let ask = askWorker;

  worker.addEventListener('message', ({ data }) => ring(data));
  worker.addEventListener('error', () => {
    ask = askPage;
    for (const timer of timers.values()) askPage(timer);
  });

  return (delayMs, task) => {
    made += 1;
    const timer = { id: made, delayMs, task };
    timers.set(timer.id, timer);
    ask(timer);
    return () => void timers.delete(timer.id);
  };
}
