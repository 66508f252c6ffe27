// How long small packets take, and how many get lost: as many a second as speech has, and some more.
import type { Clock } from '../environment.ts';
import { pause } from './pause.ts';

/** One is lost in a hundred: that is as finely as loss is seen here. */
const packetCount = 100;
const intervalMs = 12;
/** As large as 20 ms of speech. */
const packetBytes = 160;
/** What comes later than that is of no use to a call. */
const tailMs = 500;

export interface ProbeOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** `delaysMs` of those that arrived. */
export interface Probed {
  readonly sent: number;
  readonly delaysMs: readonly number[];
}

/** Takes a second or two. */
export async function probe(
  { from, to }: { readonly from: RTCDataChannel; readonly to: RTCDataChannel },
  { clock, signal }: ProbeOptions,
): Promise<Probed> {
  const sentAtMs: number[] = [];
  const delaysMs = new Map<number, number>();
  const tail = new AbortController();
  const onMessage = ({ data }: MessageEvent<unknown>) => {
    const index = data instanceof ArrayBuffer ? new DataView(data).getUint16(0) : packetCount;
    const sentMs = sentAtMs[index];
    if (sentMs !== undefined) delaysMs.set(index, clock.now() - sentMs);
    if (delaysMs.size === packetCount) tail.abort();
  };
  to.addEventListener('message', onMessage);
  for (let index = 0; index < packetCount && !signal.aborted; index += 1) {
    const packet = new DataView(new ArrayBuffer(packetBytes));
    packet.setUint16(0, index);
    sentAtMs.push(clock.now());
    if (from.readyState === 'open') from.send(packet.buffer);
    await pause(clock, intervalMs, signal);
  }
  await pause(clock, tailMs, AbortSignal.any([signal, tail.signal]));
  to.removeEventListener('message', onMessage);
  return { sent: sentAtMs.length, delaysMs: [...delaysMs.values()] };
}

/** The middle one of the delays: what one packet alone has waited for says nothing. Undefined when none has arrived. */
export function roundTripMs({ delaysMs }: Probed): number | undefined {
  return delaysMs.toSorted((one, other) => one - other)[Math.floor(delaysMs.length / 2)];
}

/** From 0 to 1. */
export function lossOf({ sent, delaysMs }: Probed): number {
  return sent === 0 ? 0 : 1 - delaysMs.length / sent;
}
