// The ranges of addresses that are not on the public internet: those that turnserver.conf denies.
import { readFileSync } from 'node:fs';
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { bytesOf, textOf } from './stun/address.ts';

export interface InternalRange {
  /** As it stands in turnserver.conf. */
  readonly line: string;
  readonly first: string;
  readonly last: string;
  /** One of its addresses, which is hardly anyone's own. */
  readonly sample: string;
}

/** Where clouds keep the passwords of their hosts. */
const metadataService = '169.254.169.254';

const configuration = readFileSync(new URL('../turnserver.conf', import.meta.url), 'utf8');

export const internalRanges: readonly InternalRange[] = [
  ...configuration.matchAll(/^denied-peer-ip=(\S+?)-(\S+)$/gm),
].map(([line, first = '', last = '']) => {
  const sample = contains({ first, last }, metadataService)
    ? metadataService
    : middleOf({ first, last });
  return { line, first, last, sample };
});

export function isInternal(address: string): boolean {
  return ['::', '::1'].includes(address) || internalRangeOf(address) !== undefined;
}

/** The range of turnserver.conf that an address is in. */
export function internalRangeOf(address: string): InternalRange | undefined {
  return internalRanges.find((range) => contains(range, address));
}

function contains({ first, last }: Pick<InternalRange, 'first' | 'last'>, address: string) {
  if (isIPv4(first) !== isIPv4(address)) return false;
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  list.addRange(first, last, family);
  return list.check(address, family);
}

function middleOf({ first, last }: Pick<InternalRange, 'first' | 'last'>): string {
  const [low, high] = [bytesOf(first), bytesOf(last)];
  const sum = BigInt(`0x${low.toString('hex')}`) + BigInt(`0x${high.toString('hex')}`);
  const digits = (sum / 2n).toString(16).padStart(low.length * 2, '0');
  return textOf(Buffer.from(digits, 'hex'));
}
