// How often one address may ask for something. Cloudflare counts, where it is bound to; nothing is kept here.
import type { Env } from './env.ts';

/**
 * Whether an address has asked too often. Without a limit that is bound, or an address that Cloudflare vouches for,
 * nobody has.
 */
export async function isTooMany(request: Request, limit: Env['ROOM_RATE_LIMIT']): Promise<boolean> {
  const key = countedAddress(request.headers.get('CF-Connecting-IP') ?? '');
  if (!limit || key === undefined) return false;
  const { success } = await limit.limit({ key });
  return !success;
}

/**
 * What stands for an address: of IPv6 the first 64 bits, because one subscriber has all the others (RFC 6177). Undefined
 * for none, and for the machine's own, which is where everyone comes from on a local server.
 */
export function countedAddress(address: string): string | undefined {
  if (address === '' || address === '::1' || address.startsWith('127.')) return undefined;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groupsOf = (text = '') => text.split(':').filter((group) => group !== '');
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const zeros =
    tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  const groups = [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
