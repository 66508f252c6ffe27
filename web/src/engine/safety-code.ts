// A few signs for the certificates of everyone in a call. Who sees the same signs has nobody in between (rule S6).

/** Of the signs there are; each is six bits. */
const signs = 64;
const signBits = 6;
const codeLength = 8;

/**
 * Two sets of fingerprints that look the same can be looked for: among 48 bits some 2^24 tries find such a pair. With
 * this they take a good graphics card half an hour instead of a moment (docs/decisions/0011-safety-code.md).
 */
const iterations = 600_000;

const utf8 = new TextEncoder();

/** Eight numbers below 64, the same for the same fingerprints in any order. Takes some tenths of a second. */
export async function safetyCodeOf(
  { subtle }: Crypto,
  fingerprints: Iterable<string>,
): Promise<number[]> {
  const text = [...new Set(fingerprints)].toSorted().join('\n');
  const material = await subtle.importKey('raw', utf8.encode(text), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const salt = utf8.encode('earshot safety code');
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const bits = await subtle.deriveBits(algorithm, material, codeLength * signBits);
  return signsOf(new Uint8Array(bits));
}

function signsOf(bytes: Uint8Array): number[] {
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return Array.from({ length: codeLength }, (_, index) => {
    const shift = BigInt((codeLength - 1 - index) * signBits);
    return Number((number >> shift) % BigInt(signs));
  });
}
