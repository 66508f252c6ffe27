// How a file is cut, and by what each piece and the whole are checked.
export const pieceBytes = 1024 * 1024;

/** In pieces: what a sender may be ahead of the receiver's disk. It is what either end holds in memory at most. */
export const pieceWindow = 8;

export const digestBytes = 32;

export function pieceCountOf(size: number): number {
  return Math.ceil(size / pieceBytes);
}

/** How long that piece of a file of `size` bytes is. */
export function pieceLength(size: number, piece: number): number {
  return Math.max(0, Math.min(pieceBytes, size - piece * pieceBytes));
}

export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** SHA-256, by the browser's own code; undefined on pages that have none because they are not secure. */
export function sha256({ subtle }: Partial<Crypto>): Digest | undefined {
  return subtle && (async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes)));
}

/** The checksum of a file: the digest of the digests of its pieces. The browser can't digest a whole file bit by bit. */
export function checksumOf(
  digests: readonly Uint8Array<ArrayBuffer>[],
  digest: Digest,
): Promise<Uint8Array<ArrayBuffer>> {
  const joined = new Uint8Array(digests.length * digestBytes);
  for (const [index, each] of digests.entries()) joined.set(each, index * digestBytes);
  return digest(joined);
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
