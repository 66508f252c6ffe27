// A time in a report: the same wherever it is read.

/** `atMs`: milliseconds since 1970. */
export function utcMinute(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
