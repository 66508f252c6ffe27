// How many bytes go in which time at which rate.

/** Of one byte in a millisecond, in bits per second. */
const bpsOfBytePerMs = 8_000;

/** Of so many bytes in that time, in bits per second. */
export function bitRate(bytes: number, ms: number): number {
  return (bytes * bpsOfBytePerMs) / ms;
}

/** How long so many bytes take, in milliseconds. */
export function durationAt(bps: number, bytes: number): number {
  return (bytes * bpsOfBytePerMs) / bps;
}

/** How many bytes go in that time. */
export function bytesAt(bps: number, ms: number): number {
  return (bps * ms) / bpsOfBytePerMs;
}
