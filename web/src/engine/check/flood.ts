// How much gets through: as much as there is room for, for a moment.
import { bitRate } from '../bit-rate.ts';
import type { Clock } from '../environment.ts';
import type { BulkChannel } from '../peer/bulk-channel.ts';

/** Longer than it takes a channel to find its pace on a slow way, and soon over. */
const lastsMs = 1_500;
/** No call needs more, and it is the operator who pays for it. */
const maxBytes = 2_500_000;
const frameBytes = 16 * 1024;

export interface FloodOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** In bits per second. Its channel is of no use to anyone else afterwards. */
export function flood(
  { from, to }: { readonly from: BulkChannel; readonly to: BulkChannel },
  { clock, signal }: FloodOptions,
): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const frame = new ArrayBuffer(frameBytes);
  let sentBytes = 0;
  let arrivedBytes = 0;
  let firstMs: number | undefined;
  const fill = () => {
    while (sentBytes < maxBytes && from.hasRoom && from.send(frame)) sentBytes += frameBytes;
  };
  const stops = [
    from.on('low', fill),
    to.on('frame', ({ byteLength }) => {
      // What came first has waited for what was before it: time counts from there, and it counts for nothing itself.
      if (firstMs === undefined) firstMs = clock.now();
      else arrivedBytes += byteLength;
      if (arrivedBytes + frameBytes >= maxBytes) finish();
    }),
    clock.after(lastsMs, finish),
  ];
  signal.addEventListener('abort', finish);
  fill();
  return promise;

  function finish(): void {
    for (const stop of stops) stop();
    signal.removeEventListener('abort', finish);
    const tookMs = clock.now() - (firstMs ?? 0);
    resolve(firstMs === undefined ? 0 : bitRate(arrivedBytes, Math.max(1, tookMs)));
  }
}
