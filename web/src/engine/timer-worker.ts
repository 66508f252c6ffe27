// The other end of the engine's clock, in a Worker, where a hidden page's timers are not held back.

export interface TimerRequest {
  readonly id: number;
  readonly delayMs: number;
}

addEventListener('message', ({ data: { id, delayMs } }: MessageEvent<TimerRequest>) => {
  setTimeout(() => postMessage(id), delayMs);
});
