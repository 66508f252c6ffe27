// STUN messages (RFC 8489, section 5), with the methods and attributes of TURN (RFC 8656), to bytes and back.
import { createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const methods = {
  binding: 0x001,
  allocate: 0x003,
  refresh: 0x004,
  send: 0x006,
  data: 0x007,
  createPermission: 0x008,
} as const;
/** The two bits of a class are bits 4 and 8 of the message type; those of the method stand around them. */
const classes = { request: 0x000, indication: 0x010, success: 0x100, error: 0x110 } as const;
export const attributes = {
  mappedAddress: 0x0001,
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  lifetime: 0x000d,
  xorPeerAddress: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedAddressFamily: 0x0017,
  requestedTransport: 0x0019,
  xorMappedAddress: 0x0020,
  software: 0x8022,
  fingerprint: 0x8028,
  responseOrigin: 0x802b,
  otherAddress: 0x802c,
} as const;

export type Method = keyof typeof methods;
export type MessageClass = keyof typeof classes;
type AttributeName = keyof typeof attributes;

export interface Attribute {
  readonly type: number;
  readonly value: Buffer;
}

export interface Message {
  readonly method: Method;
  readonly class: MessageClass;
  /** 12 bytes. */
  readonly transactionId: Buffer;
  readonly attributes: readonly Attribute[];
}

export const headerBytes = 20;
const integrityBytes = 24;
const fingerprintBytes = 8;
const magicCookie = 0x2112a442;
const fingerprintXor = 0x5354554e;

export function newTransactionId(): Buffer {
  return randomBytes(12);
}

export function attribute(name: AttributeName, value: Buffer | string): Attribute {
  return { type: attributes[name], value: Buffer.from(value) };
}

/** The first of that name: later ones do not count (RFC 8489, section 14). */
export function valueOf(message: Message, name: AttributeName): Buffer | undefined {
  return message.attributes.find(({ type }) => type === attributes[name])?.value;
}

/** With a MESSAGE-INTEGRITY, if there is a `key` for it. */
export function encode(message: Message, key?: Buffer): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt16BE(classes[message.class] | methods[message.method]);
  header.writeUInt32BE(magicCookie, 4);
  message.transactionId.copy(header, 8);
  const plain = Buffer.concat([header, ...message.attributes.map(encodeAttribute)]);
  if (!key) return withLength(plain, plain.length);
  const digest = attribute('messageIntegrity', integrity(plain, key));
  const whole = Buffer.concat([plain, encodeAttribute(digest)]);
  return withLength(whole, whole.length);
}

function encodeAttribute({ type, value }: Attribute): Buffer {
  const encoded = Buffer.alloc(4 + padded(value.length));
  encoded.writeUInt16BE(type);
  encoded.writeUInt16BE(value.length, 2);
  value.copy(encoded, 4);
  return encoded;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

/** A copy with its length field as if it ended after `bytes`. */
function withLength(encoded: Buffer, bytes: number): Buffer {
  const copy = Buffer.from(encoded);
  copy.writeUInt16BE(bytes - headerBytes, 2);
  return copy;
}

function integrity(before: Buffer, key: Buffer): Buffer {
  const covered = withLength(before, before.length + integrityBytes);
  return createHmac('sha1', key).update(covered).digest();
}

/** Undefined when it is no STUN message that is known here, or its FINGERPRINT is not its own. */
export function decode(bytes: Buffer): Message | undefined {
  if (bytes.length < headerBytes || bytes.readUInt32BE(4) !== magicCookie) return undefined;
  if (bytes.length % 4 !== 0 || bytes.readUInt16BE(2) !== bytes.length - headerBytes)
    return undefined;
  const type = bytes.readUInt16BE();
  const method = nameOf(methods, type & ~classes.error);
  const messageClass = nameOf(classes, type & classes.error);
  const attached = decodeAttributes(bytes.subarray(headerBytes));
  if (!method || !messageClass || !attached || !isFingerprintIts(bytes, attached)) return undefined;
  const transactionId = bytes.subarray(8, headerBytes);
  return { method, class: messageClass, transactionId, attributes: attached };
}

function nameOf<Name extends string>(
  numbers: Readonly<Record<Name, number>>,
  number: number,
): Name | undefined {
  for (const name in numbers) if (numbers[name] === number) return name;
  return undefined;
}

function decodeAttributes(bytes: Buffer): Attribute[] | undefined {
  const decoded: Attribute[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 4 > bytes.length) return undefined;
    const end = at + 4 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return undefined;
    decoded.push({ type: bytes.readUInt16BE(at), value: bytes.subarray(at + 4, end) });
    at = at + 4 + padded(end - at - 4);
  }
  return decoded;
}

function isFingerprintIts(bytes: Buffer, attached: readonly Attribute[]): boolean {
  const last = attached.at(-1);
  if (last?.type !== attributes.fingerprint) return true;
  const covered = bytes.subarray(0, bytes.length - fingerprintBytes);
  return last.value.length === 4 && last.value.readInt32BE() === (crc32(covered) ^ fingerprintXor);
}

/** False, too, when there is no MESSAGE-INTEGRITY. */
export function isIntegrityRight(bytes: Buffer, key: Buffer): boolean {
  const digest = attributes.messageIntegrity;
  for (let at = headerBytes; at + integrityBytes <= bytes.length;) {
    const length = bytes.readUInt16BE(at + 2);
    if (bytes.readUInt16BE(at) === digest) {
      const value = bytes.subarray(at + 4, at + integrityBytes);
      return value.equals(integrity(bytes.subarray(0, at), key));
    }
    at += 4 + padded(length);
  }
  return false;
}
