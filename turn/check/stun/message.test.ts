// Against the sample messages of RFC 5769, the sections of which are in the names.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { decodeXorAddress, encodeXorAddress } from './address.ts';
import { type Message, decode, encode, isIntegrityRight, valueOf } from './message.ts';

const bytes = (hex: string) => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex');

const request = bytes(`
  000100582112a442b7e7a701bc34d686fa87dfae
  802200105354554e207465737420636c69656e74 002400046e0001ff 80290008932ff9b151263b36
  0006000965 76746a3a68367659202020
  000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2 80280004e57a3bcf`);
const response4 = bytes(`
  0101003c2112a442b7e7a701bc34d686fa87dfae
  8022000b7465737420766563746f7220 002000080001a147e112a643
  000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7 80280004c07d4c96`);
const response6 = bytes(`
  010100482112a442b7e7a701bc34d686fa87dfae
  8022000b7465737420766563746f7220 002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9
  00080014a382954e4be67bf11784c97c8292c275bfe3ed41 80280004c8fb0b4c`);
const longTerm = bytes(
  `
  000100602112a44278ad3433c6ad72c029da412e
  00060012e3839ee38388e383aae38383e382afe382b90000
  0015001c662f2f3439396b3935346436 4f4c33346f4c39465354767936347341
  0014000b6578616d706c652e6f726700 00080014f67024656dd64a3e02b8e0712e85c9a28ca89666`.replace(
    '6436 ',
    '6436 ',
  ),
);

const shortTermKey = Buffer.from('VOkJxbRl1RmTxUk/WvJxBt');
const longTermKey = createHash('md5').update('マトリックス:example.org:TheMatrIX').digest();

function decoded(from: Buffer): Message {
  const message = decode(from);
  if (!message) throw new Error('no message');
  return message;
}

test('[2.1] a request is read, and its integrity and fingerprint are right', () => {
  const message = decoded(request);
  expect(message).toMatchObject({ method: 'binding', class: 'request' });
  expect(valueOf(message, 'username')?.toString()).toBe('evtj:h6vY');
  expect(valueOf(message, 'software')?.toString()).toBe('STUN test client');
  expect(isIntegrityRight(request, shortTermKey)).toBe(true);
  expect(isIntegrityRight(request, longTermKey)).toBe(false);
});

test.each([
  ['2.2', response4, '192.0.2.1'],
  ['2.3', response6, '2001:db8:1234:5678:11:2233:4455:6677'],
])('[%s] a response is read, and its address written the same', (_, response, address) => {
  const message = decoded(response);
  expect(message).toMatchObject({ method: 'binding', class: 'success' });
  expect(isIntegrityRight(response, shortTermKey)).toBe(true);
  const value = valueOf(message, 'xorMappedAddress') ?? Buffer.alloc(0);
  const mapped = decodeXorAddress(value, message.transactionId);
  expect(mapped).toEqual({ address, port: 32_853 });
  expect(encodeXorAddress({ address, port: 32_853 }, message.transactionId)).toEqual(value);
});

test('[2.4] a request with a long-term credential is written byte by byte', () => {
  const { attributes, ...message } = decoded(longTerm);
  const unsigned = { ...message, attributes: attributes.slice(0, -1) };
  expect(encode(unsigned, longTermKey)).toEqual(longTerm);
});

test('whichever byte is changed on its way, the fingerprint or the integrity tells', () => {
  for (let index = 0; index < 100; index += 1) {
    const changed = Buffer.from(request);
    changed.writeUInt8(changed.readUInt8(index) ^ 0x10, index);
    const isTold = decode(changed) === undefined || !isIntegrityRight(changed, shortTermKey);
    expect({ index, isTold }).toEqual({ index, isTold: true });
  }
});

test('a message that ends before its attributes do is none', () => {
  for (let end = 0; end < request.length; end += 1) {
    const cut = Buffer.from(request.subarray(0, end));
    if (end >= 20) cut.writeUInt16BE(end - 20, 2);
    // Cut between two attributes, it is a shorter one.
    expect([20, 40, 48, 60, 76, 100].includes(end)).toBe(decode(cut) !== undefined);
  }
});

test.each(['::', '::1', '::ffff:127.0.0.1', '2001:db8::', 'fe80::1', '64:ff9b::7fff:ffff'])(
  'the address %s comes back',
  (address) => {
    const id = Buffer.alloc(12, 7);
    const back = decodeXorAddress(encodeXorAddress({ address, port: 9 }, id), id);
    expect(new URL(`http://[${back?.address}]`).href).toBe(new URL(`http://[${address}]`).href);
  },
);
