// Transport addresses, as text for people and as STUN writes them (RFC 8489, sections 14.1 and 14.2).
import { isIPv6 } from 'node:net';

export interface TransportAddress {
  readonly address: string;
  readonly port: number;
}

const familyIPv4 = 1;
const familyIPv6 = 2;
const magicCookie = Buffer.from('2112a442', 'hex');

export function shown({ address, port }: TransportAddress): string {
  return isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}

/** 4 or 16 bytes of an address that `isIP` knows. */
export function bytesOf(address: string): Buffer {
  if (!isIPv6(address)) return Buffer.from(address.split('.').map(Number));
  // A URL writes an IPv4 part in hexadecimal, too.
  const { hostname } = new URL(`http://[${address}]`);
  const [head = [], tail = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  const groups = [...head, ...zeros, ...tail];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

/** The shortest text of 4 or 16 bytes. */
export function textOf(bytes: Buffer): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups = bytes.toString('hex').match(/.{4}/g) ?? [];
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

/** The value of an XOR-MAPPED-, XOR-PEER- or XOR-RELAYED-ADDRESS. */
export function encodeXorAddress(
  { address, port }: TransportAddress,
  transactionId: Buffer,
): Buffer {
  const family = isIPv6(address) ? familyIPv6 : familyIPv4;
  const value = Buffer.from([0, family, port >> 8, port & 0xff, ...bytesOf(address)]);
  return xored(value, transactionId);
}

/** Undefined when it is none. */
export function decodeXorAddress(
  value: Buffer,
  transactionId: Buffer,
): TransportAddress | undefined {
  const isAddress =
    (value.length === 8 && value[1] === familyIPv4) ||
    (value.length === 20 && value[1] === familyIPv6);
  if (!isAddress) return undefined;
  const plain = xored(value, transactionId);
  return { address: textOf(plain.subarray(4)), port: plain.readUInt16BE(2) };
}

/** All but the first two bytes; its own inverse. */
function xored(value: Buffer, transactionId: Buffer): Buffer {
  const key = Buffer.concat([magicCookie, transactionId]);
  const at = (index: number) => key[index < 4 ? index - 2 : index - 4] ?? 0;
  return Buffer.from(value.map((byte, index) => (index < 2 ? byte : byte ^ at(index))));
}
