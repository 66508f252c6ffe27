// The names of things on the wire: branded strings, their patterns and their makers.
// Both are written in Crockford's base32 (no I, L, O, U), lower case, so they can be read aloud.
import * as v from 'valibot';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const roomCodeLength = 12;
const peerIdLength = 16;

/** Names one room of one deployment: 12 characters, the last 4 computed from the first 8 by the Worker. */
export const RoomCode = v.pipe(
  v.string(),
  v.regex(/^[0-9a-hjkmnp-tv-z]{12}$/),
  v.brand('RoomCode'),
);
export type RoomCode = v.InferOutput<typeof RoomCode>;

/** Names one peer, unique in its room; public, so it proves nothing. */
export const PeerId = v.pipe(v.string(), v.regex(/^[0-9a-hjkmnp-tv-z]{16}$/), v.brand('PeerId'));
export type PeerId = v.InferOutput<typeof PeerId>;

/** Writes each byte's low five bits as one character: uniform if the bytes are. */
export function crockford(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet.charAt(byte & 31)).join('');
}

/** Makes a peer id from 16 random bytes. */
export function peerIdFrom(random: Uint8Array): PeerId {
  if (random.length !== peerIdLength) throw new RangeError(`a peer id takes ${peerIdLength} bytes`);
  return v.parse(PeerId, crockford(random));
}

/**
 * Reads a room code as people write it: any case, with or without hyphens and spaces, with the
 * look-alikes O, I and L folded to 0 and 1. Undefined when it can't be a code.
 */
export function parseRoomCode(text: string): RoomCode | undefined {
  const folded = text
    .toLowerCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
  const result = v.safeParse(RoomCode, folded);
  return result.success ? result.output : undefined;
}

/** Writes a code the way it is shown and linked: `xxxx-xxxx-xxxx`. */
export function formatRoomCode(code: RoomCode): string {
  return [0, 4, 8].map((start) => code.slice(start, start + roomCodeLength / 3)).join('-');
}
