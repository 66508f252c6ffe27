// The IP addresses that a text names, such as a log that should name none.
import { isIPv6 } from 'node:net';

export function addressesIn(text: string): string[] {
  const four = text.match(/(\d{1,3}\.){3}\d{1,3}/g) ?? [];
  const words = text.match(/[\da-f:.]{2,}/gi) ?? [];
  return [...four, ...words.map((word) => word.replace(/[.:]$/, '')).filter(isIPv6)];
}
